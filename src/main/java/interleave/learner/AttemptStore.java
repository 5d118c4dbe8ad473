package interleave.learner;

import interleave.quiz.Graded;
import interleave.quiz.Result;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Attempts at quizzes and the answers given in them. */
final class AttemptStore {
  /** One kept answer; {@code chosen} holds keys separated by one space. */
  record Row(String question, String chosen) {
    Set<String> keys() {
      return Arrays.stream(chosen.split(" "))
          .filter(key -> !key.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private final Handle handle;

  AttemptStore(Handle handle) {
    this.handle = handle;
  }

  void add(Learner learner, String lesson, Result result, OffsetDateTime now) {
    long attempt =
        handle
            .createUpdate(
                """
                insert into attempt (learner, lesson, taken_at, correct, total)
                values (:learner, :lesson, :now, :correct, :total)
                """)
            .bind("learner", learner.id())
            .bind("lesson", lesson)
            .bind("now", now)
            .bind("correct", result.correct())
            .bind("total", result.total())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    result.questions().stream()
        .filter(Graded::answered)
        .forEach(graded -> addAnswer(attempt, graded));
  }

  /** Every attempt of a learner, oldest first. */
  List<Attempt> of(Learner learner) {
    return handle
        .createQuery(
            """
            select id, lesson, taken_at, correct, total
            from attempt where learner = :learner order by id
            """)
        .bind("learner", learner.id())
        .map(ConstructorMapper.of(Attempt.class))
        .list();
  }

  /** The answers of the latest attempt at a lesson's quiz; none when there was no attempt. */
  Answers latest(Learner learner, String lesson) {
    return new Answers(
        handle
            .createQuery(
                """
                select answer.question, answer.chosen from answer
                where answer.attempt = (
                  select max(id) from attempt where learner = :learner and lesson = :lesson)
                """)
            .bind("learner", learner.id())
            .bind("lesson", lesson)
            .map(ConstructorMapper.of(Row.class))
            .collectToMap(Row::question, Row::keys));
  }

  private void addAnswer(long attempt, Graded graded) {
    handle
        .createUpdate(
            """
            insert into answer (attempt, question, chosen, correct)
            values (:attempt, :question, :chosen, :correct)
            """)
        .bind("attempt", attempt)
        .bind("question", graded.question().id())
        .bind("chosen", graded.chosen().stream().sorted().collect(Collectors.joining(" ")))
        .bind("correct", graded.correct())
        .execute();
  }
}
