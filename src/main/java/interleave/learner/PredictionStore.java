package interleave.learner;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What learners expected of demos. */
final class PredictionStore {
  private final Handle handle;

  PredictionStore(Handle handle) {
    this.handle = handle;
  }

  /** Keeps it in place of an earlier one. The learner is locked by this transaction. */
  void put(Learner learner, Predicted predicted) {
    handle
        .createUpdate("delete from prediction where learner = :learner and demo = :demo")
        .bind("learner", learner.id())
        .bind("demo", predicted.demo())
        .execute();
    handle
        .createUpdate(
            """
            insert into prediction (learner, demo, expected, came, correct, made_at)
            values (:learner, :demo, :expected, :came, :correct, :madeAt)
            """)
        .bind("learner", learner.id())
        .bind("demo", predicted.demo())
        .bind("expected", predicted.expected())
        .bind("came", predicted.came())
        .bind("correct", predicted.correct())
        .bind("madeAt", predicted.madeAt())
        .execute();
  }

  /** All of a learner, by demo id. */
  Map<String, Predicted> of(Learner learner) {
    return handle
        .createQuery(
            """
            select demo, expected, came, correct, made_at
            from prediction where learner = :learner
            """)
        .bind("learner", learner.id())
        .map(ConstructorMapper.of(Predicted.class))
        .collectToMap(Predicted::demo, predicted -> predicted);
  }
}
