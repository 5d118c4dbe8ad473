package interleave.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.Days;
import interleave.course.Lesson;
import interleave.db.Database;
import interleave.quiz.Expected;
import interleave.web.SmallCourse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {
  private static final int KEPT_DAYS = (int) LearnerStore.KEPT_UNANSWERED.toDays();
  private static final List<Lesson> LESSONS = SmallCourse.course().lessons().toList();

  private final Database database =
      Database.open(
          "jdbc:h2:mem:"
              + UUID.randomUUID()
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
          Path.of("db"));
  private final Days days = new Days(Instant.parse("2026-11-03T10:00:00Z"));
  private final LearnerStore learners = new LearnerStore(database, days);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_learner_with_nothing_but_old_reading_marks_is_forgotten_with_all_that_is_kept() {
    var visit = read(Optional.empty(), 0);
    days.pass(KEPT_DAYS);
    assertEquals(0, learners.expire());
    days.pass(1);
    assertEquals(1, learners.expire());
    assertEquals(Optional.empty(), learners.find(visit.token()));
    for (var table : List.of("learner", "login_session", "lesson_read")) {
      assertEquals(0, count(table), table);
    }
    assertEquals(0, learners.expire());
  }

  @Test
  void a_lesson_finished_since_keeps_them() {
    var visit = read(Optional.empty(), 0);
    days.pass(KEPT_DAYS - 1);
    read(Optional.of(visit.token()), 1);
    days.pass(KEPT_DAYS);
    assertEquals(0, learners.expire());
    assertEquals(2, learners.progress(visit.learner()).read().size());
    days.pass(1);
    assertEquals(1, learners.expire());
  }

  @Test
  void whoever_answered_predicted_or_tried_a_challenge_is_kept() {
    var kept =
        List.of(
            learners.answer(Optional.empty(), LESSONS.getFirst(), new Answers(Map.of())),
            learners.predict(
                Optional.empty(), "a/b/c", new Expected("1", Optional.empty(), Optional.empty())),
            learners.tryToBreak(Optional.empty(), "a/b/c", false, ""),
            learners.tryToFix(Optional.empty(), "a/b/c", Optional.empty()));
    read(Optional.empty(), 0);
    days.pass(10 * KEPT_DAYS);
    assertEquals(1, learners.expire());
    for (var visit : kept) {
      assertTrue(learners.find(visit.token()).isPresent());
    }
  }

  @Test
  void many_are_forgotten_in_one_sweep() {
    for (int i = 0; i < 1201; i++) {
      read(Optional.empty(), 0);
    }
    var answered = learners.answer(Optional.empty(), LESSONS.getFirst(), new Answers(Map.of()));
    days.pass(KEPT_DAYS + 1);
    var today = read(Optional.empty(), 0);
    assertEquals(1201, learners.expire());
    assertEquals(
        Set.of(answered.learner(), today.learner()),
        Set.of(
            learners.find(answered.token()).orElseThrow(),
            learners.find(today.token()).orElseThrow()));
    assertEquals(2, count("learner"));
  }

  private Visit read(Optional<Token> token, int lesson) {
    return learners.finish(token, LESSONS.get(lesson));
  }

  private int count(String table) {
    return database.read(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
