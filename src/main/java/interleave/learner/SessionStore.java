package interleave.learner;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Learners and the tokens that they are known by. */
final class SessionStore {
  private final Handle handle;

  SessionStore(Handle handle) {
    this.handle = handle;
  }

  Optional<Learner> byToken(Token token) {
    return handle
        .createQuery("select learner from login_session where token_hash = :hash")
        .bind("hash", token.hash())
        .mapTo(Long.class)
        .findOne()
        .map(Learner::new);
  }

  Learner create(Token token, OffsetDateTime now) {
    long id =
        handle
            .createUpdate("insert into learner (created_at) values (:now)")
            .bind("now", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    handle
        .createUpdate(
            """
            insert into login_session (token_hash, learner, created_at)
            values (:hash, :learner, :now)
            """)
        .bind("hash", token.hash())
        .bind("learner", id)
        .bind("now", now)
        .execute();
    return new Learner(id);
  }

  /** Holds back every other transaction that locks this learner until this one has ended. */
  void lock(Learner learner) {
    handle
        .createQuery("select id from learner where id = :id for update")
        .bind("id", learner.id())
        .mapTo(Long.class)
        .one();
  }
}
