package interleave.learner;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The lessons that learners have read. */
final class ReadingStore {
  /** A lesson and when it was first finished. */
  record Reading(String lesson, OffsetDateTime finishedAt) {}

  private final Handle handle;

  ReadingStore(Handle handle) {
    this.handle = handle;
  }

  /** Notes a lesson as read; the first time stays. The learner is locked by this transaction. */
  void add(Learner learner, String lesson, OffsetDateTime now) {
    handle
        .createUpdate(
            """
            insert into lesson_read (learner, lesson, finished_at)
            select learner.id, :lesson, :now from learner
            where learner.id = :learner and not exists (
              select 1 from lesson_read where learner = :learner and lesson = :lesson)
            """)
        .bind("learner", learner.id())
        .bind("lesson", lesson)
        .bind("now", now)
        .execute();
  }

  /** When each lesson was first finished, by lesson id. */
  Map<String, OffsetDateTime> of(Learner learner) {
    return handle
        .createQuery("select lesson, finished_at from lesson_read where learner = :learner")
        .bind("learner", learner.id())
        .map(ConstructorMapper.of(Reading.class))
        .collectToMap(Reading::lesson, Reading::finishedAt);
  }
}
