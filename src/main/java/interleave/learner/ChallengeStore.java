package interleave.learner;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What learners tried at challenges. For one transaction. */
final class ChallengeStore {
  private final Handle handle;

  ChallengeStore(Handle handle) {
    this.handle = handle;
  }

  /** Keeps it in place of what was known before. The learner is locked by this transaction. */
  void put(Learner learner, Challenged challenged) {
    handle
        .createUpdate("delete from challenge where learner = :learner and demo = :demo")
        .bind("learner", learner.id())
        .bind("demo", challenged.demo())
        .execute();
    handle
        .createUpdate(
            """
            insert into challenge
              (learner, demo, break_tries, fix_tries, broken_at, broken_with, fixed_at, proof)
            values
              (:learner, :demo, :breakTries, :fixTries, :brokenAt, :brokenWith, :fixedAt, :proof)
            """)
        .bind("learner", learner.id())
        .bind("demo", challenged.demo())
        .bind("breakTries", challenged.breakTries())
        .bind("fixTries", challenged.fixTries())
        .bind("brokenAt", challenged.brokenAt())
        .bind("brokenWith", challenged.brokenWith())
        .bind("fixedAt", challenged.fixedAt())
        .bind("proof", challenged.proof())
        .execute();
  }

  /** All of a learner, by demo id. */
  Map<String, Challenged> of(Learner learner) {
    return handle
        .createQuery(
            """
            select demo, break_tries, fix_tries, broken_at, broken_with, fixed_at, proof
            from challenge where learner = :learner
            """)
        .bind("learner", learner.id())
        .map(ConstructorMapper.of(Challenged.class))
        .collectToMap(Challenged::demo, challenged -> challenged);
  }
}
