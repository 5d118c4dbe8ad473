package interleave.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.db.Database;
import interleave.quiz.Expected;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PredictionStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-03T10:00:00Z");
  private static final Expected RIGHT =
      new Expected("1 core", Optional.of("1 core"), Optional.of(true));
  private static final Expected WRONG =
      new Expected("2 cores", Optional.of("1 core"), Optional.of(false));
  private static final Expected OPEN = new Expected("0.8 s", Optional.empty(), Optional.empty());

  @AutoClose
  private final Database database =
      Database.open(
          "jdbc:h2:mem:"
              + UUID.randomUUID()
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
          Path.of("db"));

  private final LearnerStore learners =
      new LearnerStore(database, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void a_prediction_makes_a_learner_and_reads_no_lesson() {
    var visit = learners.predict(Optional.empty(), "a/b/c", RIGHT);

    assertEquals(Optional.of(visit.learner()), learners.find(visit.token()));
    var progress = learners.progress(visit.learner());
    assertTrue(progress.read().isEmpty());
    assertTrue(!progress.isEmpty());
    assertEquals(
        Map.of(
            "a/b/c",
            new Predicted(
                "a/b/c",
                "1 core",
                Optional.of("1 core"),
                Optional.of(true),
                OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC))),
        progress.predictions());
  }

  @Test
  void only_what_is_decided_counts() {
    var visit = learners.predict(Optional.empty(), "a/b/c", RIGHT);
    var token = Optional.of(visit.token());
    learners.predict(token, "a/b/d", WRONG);
    learners.predict(token, "a/b/e", OPEN);

    assertEquals(Optional.of(new Score(1, 2)), learners.progress(visit.learner()).predicted());
  }

  @Test
  void a_later_one_of_the_same_demo_takes_its_place() {
    var visit = learners.predict(Optional.empty(), "a/b/c", OPEN);
    assertEquals(Optional.empty(), learners.progress(visit.learner()).predicted());
    learners.predict(Optional.of(visit.token()), "a/b/c", RIGHT);

    assertEquals(Optional.of(new Score(1, 1)), learners.progress(visit.learner()).predicted());
  }

  @Test
  void nobody_has_the_predictions_of_another() {
    learners.predict(Optional.empty(), "a/b/c", RIGHT);
    var other = learners.predict(Optional.empty(), "a/b/d", WRONG);

    assertEquals(Optional.of(new Score(0, 1)), learners.progress(other.learner()).predicted());
  }
}
