package interleave.learner;

import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Learners of whom little is lost: they answered, predicted and solved nothing, and neither came to
 * be nor finished a lesson since some time.
 */
final class ExpiryStore {
  private static final String UNANSWERED =
      """
      created_at < :before
      and not exists (select 1 from attempt where attempt.learner = learner.id)
      and not exists (select 1 from prediction where prediction.learner = learner.id)
      and not exists (select 1 from challenge where challenge.learner = learner.id)
      and not exists (
        select 1 from lesson_read
        where lesson_read.learner = learner.id and lesson_read.finished_at >= :before)
      """;

  private final Handle handle;

  ExpiryStore(Handle handle) {
    this.handle = handle;
  }

  /** The ids of the next of them after an id, in their order, at most {@code most}. */
  List<Long> after(long id, OffsetDateTime before, int most) {
    return handle
        .createQuery(
            "select id from learner where id > :after and "
                + UNANSWERED
                + " order by id limit :most")
        .bind("after", id)
        .bind("before", before)
        .bind("most", most)
        .mapTo(Long.class)
        .list();
  }

  /** Deletes those of these who are still so, with their marks and tokens; answers how many. */
  int delete(List<Long> ids, OffsetDateTime before) {
    return handle
        .createUpdate("delete from learner where id in (<ids>) and " + UNANSWERED)
        .bindList("ids", ids)
        .bind("before", before)
        .execute();
  }
}
