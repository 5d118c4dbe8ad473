package interleave.learner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Lesson;
import interleave.db.Database;
import interleave.web.SmallCourse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LearnerStoreTest {
  private static final int TABS = 6;

  /** Enough for two tabs to meet: without their taking turns some round always failed. */
  private static final int ROUNDS = 40;

  private static final Instant NOW = Instant.parse("2026-11-03T10:00:00Z");
  private static final Lesson LESSON = SmallCourse.course().lessons().findFirst().orElseThrow();
  private static final Answers RIGHT =
      new Answers(Map.of("lists", Set.of("aaaa0002"), "copies", Set.of("bbbb0001", "bbbb0002")));
  private static final Answers HALF =
      new Answers(Map.of("lists", Set.of("aaaa0002"), "copies", Set.of("bbbb0003")));

  private final Database database =
      Database.open(
          "jdbc:h2:mem:"
              + UUID.randomUUID()
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
          Path.of("db"));
  private final LearnerStore learners =
      new LearnerStore(database, Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_first_thing_done_makes_a_learner_and_the_next_finds_them() {
    var visit = learners.finish(Optional.empty(), LESSON);
    assertEquals(Optional.of(visit.learner()), learners.find(visit.token()));
    assertEquals(visit, learners.finish(Optional.of(visit.token()), LESSON));
    assertEquals(
        Map.of(LESSON.id(), OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC)),
        learners.progress(visit.learner()).read());
  }

  @Test
  void a_token_of_nobody_makes_a_learner_with_another_token() {
    var made = new Token("mine");
    var visit = learners.finish(Optional.of(made), LESSON);
    assertNotEquals(made, visit.token());
    assertTrue(learners.find(made).isEmpty());
  }

  @Test
  void the_database_holds_no_token() {
    var visit = learners.finish(Optional.empty(), LESSON);
    var kept =
        database.read(
            handle ->
                handle
                    .createQuery("select token_hash from login_session")
                    .mapTo(String.class)
                    .one());
    assertNotEquals(visit.token().text(), kept);
    assertEquals(visit.token().hash(), kept);
    assertFalse(visit.toString().contains(visit.token().text()));
  }

  @Test
  void first_best_and_latest_scores_are_kept_apart() {
    var visit = learners.answer(Optional.empty(), LESSON, HALF);
    learners.answer(Optional.of(visit.token()), LESSON, RIGHT);
    learners.answer(Optional.of(visit.token()), LESSON, HALF);
    var quiz = learners.progress(visit.learner()).quiz(LESSON).orElseThrow();
    assertEquals(new Score(1, 2), quiz.first());
    assertEquals(new Score(2, 2), quiz.best());
    assertEquals(new Score(1, 2), quiz.latest());
    assertEquals(3, quiz.attempts());
    assertEquals(HALF, learners.latestAnswers(visit.learner(), LESSON));
  }

  @Test
  void nobody_gets_the_answers_of_another() {
    learners.answer(Optional.empty(), LESSON, RIGHT);
    var other = learners.finish(Optional.empty(), LESSON).learner();
    assertEquals(Answers.none(), learners.latestAnswers(other, LESSON));
    assertTrue(learners.progress(other).quizzes().isEmpty());
  }

  @Test
  void an_attempt_that_cannot_be_kept_as_a_whole_leaves_nothing_behind() {
    database.change(handle -> handle.execute("drop table answer"));
    try {
      learners.answer(Optional.empty(), LESSON, RIGHT);
    } catch (JdbiException _) {
      assertEquals(0, count("learner"));
      assertEquals(0, count("lesson_read"));
      assertEquals(0, count("attempt"));
      return;
    }
    throw new AssertionError("it was kept");
  }

  @Test
  void tabs_that_post_at_once_all_succeed() throws Exception {
    var lesson = SmallCourse.course().lessons().skip(1).findFirst().orElseThrow();
    var barrier = new CyclicBarrier(TABS);
    try (var tabs = Executors.newFixedThreadPool(TABS)) {
      for (int round = 0; round < ROUNDS; round++) {
        var visit = learners.answer(Optional.empty(), LESSON, HALF);
        Callable<Visit> post =
            () -> {
              barrier.await();
              return learners.finish(Optional.of(visit.token()), lesson);
            };
        for (var posted : tabs.invokeAll(Collections.nCopies(TABS, post))) {
          assertEquals(visit, posted.get());
        }
        assertEquals(2, learners.progress(visit.learner()).read().size());
      }
    }
  }

  private int count(String table) {
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from <table>")
                .define("table", table)
                .mapTo(Integer.class)
                .one());
  }
}
