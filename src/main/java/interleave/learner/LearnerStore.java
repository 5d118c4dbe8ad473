package interleave.learner;

import interleave.course.Lesson;
import interleave.db.Database;
import interleave.quiz.Expected;
import interleave.quiz.Grader;
import interleave.quiz.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Learners and what they did. A learner comes to be with the first thing that is to be kept; each
 * change is one transaction. Safe for use by many threads. Every method throws {@link
 * Database.Unavailable} when the database fails; nothing is changed then.
 */
public final class LearnerStore {
  /**
   * How long learners are kept who gave no answer: from their last finished lesson on, as nothing
   * but finished lessons is kept of them.
   */
  public static final Duration KEPT_UNANSWERED = Duration.ofDays(90);

  /** So many are deleted in one change, for which others wait. */
  private static final int AT_ONCE = 500;

  private final Database database;
  private final Clock clock;

  public LearnerStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The learner known by a token, or empty when the token is none of ours. */
  public Optional<Learner> find(Token token) {
    return database.read(handle -> new SessionStore(handle).byToken(token));
  }

  /** Everything a learner has done. */
  public Progress progress(Learner learner) {
    return database.read(
        handle ->
            Progress.of(
                new ReadingStore(handle).of(learner),
                new AttemptStore(handle).of(learner),
                new PredictionStore(handle).of(learner),
                new ChallengeStore(handle).of(learner)));
  }

  /** The answers of the latest attempt at a lesson's quiz; none when there was no attempt. */
  public Answers latestAnswers(Learner learner, Lesson lesson) {
    return database.read(handle -> new AttemptStore(handle).latest(learner, lesson.id()));
  }

  /** Notes a lesson as read; once it is, nothing changes. */
  public Visit finish(Optional<Token> token, Lesson lesson) {
    return change(token, (handle, learner) -> read(handle, learner, lesson));
  }

  /** Grades and keeps an attempt at a lesson's quiz, which also notes the lesson as read. */
  public Visit answer(Optional<Token> token, Lesson lesson, Answers answers) {
    Result result = Grader.grade(lesson.quiz(), answers.chosen());
    return change(
        token,
        (handle, learner) -> {
          read(handle, learner, lesson);
          new AttemptStore(handle).add(learner, lesson.id(), result, now());
        });
  }

  /** Keeps what a learner expects of a demo, in place of what they expected of it before. */
  public Visit predict(Optional<Token> token, String demo, Expected expected) {
    var predicted = Predicted.of(demo, expected, now());
    return change(token, (handle, learner) -> new PredictionStore(handle).put(learner, predicted));
  }

  /** Notes an order that was sent for a challenge, and whether it went wrong, as it should. */
  public Visit tryToBreak(Optional<Token> token, String demo, boolean broken, String schedule) {
    return challenge(token, demo, challenged -> challenged.tried(broken, schedule, now()));
  }

  /** Notes a program that was sent for a challenge, and if it is right, what shows that. */
  public Visit tryToFix(Optional<Token> token, String demo, Optional<String> proof) {
    return challenge(token, demo, challenged -> challenged.fixed(proof, now()));
  }

  /**
   * Deletes learners who gave no answer, made no prediction and tried no challenge, and who
   * finished no lesson for {@link #KEPT_UNANSWERED}. Their browsers begin anew.
   *
   * @return how many
   */
  public int expire() {
    var before = now().minus(KEPT_UNANSWERED);
    int gone = 0;
    var ids = unanswered(0, before);
    while (!ids.isEmpty() && !Thread.currentThread().isInterrupted()) {
      var these = ids;
      gone += database.change(handle -> new ExpiryStore(handle).delete(these, before));
      ids = unanswered(these.getLast(), before);
    }
    return gone;
  }

  private List<Long> unanswered(long after, OffsetDateTime before) {
    return database.read(handle -> new ExpiryStore(handle).after(after, before, AT_ONCE));
  }

  private Visit challenge(Optional<Token> token, String demo, UnaryOperator<Challenged> change) {
    return change(
        token,
        (handle, learner) -> {
          var store = new ChallengeStore(handle);
          var before = store.of(learner).getOrDefault(demo, Challenged.untried(demo));
          store.put(learner, change.apply(before));
        });
  }

  private void read(Handle handle, Learner learner, Lesson lesson) {
    new ReadingStore(handle).add(learner, lesson.id(), now());
  }

  private Visit change(Optional<Token> token, BiConsumer<Handle, Learner> change) {
    return database.change(
        handle -> {
          var visit = visit(handle, token);
          // Two tabs of one learner may post at once: they take turns here.
          new SessionStore(handle).lock(visit.learner());
          change.accept(handle, visit.learner());
          return visit;
        });
  }

  private Visit visit(Handle handle, Optional<Token> token) {
    var store = new SessionStore(handle);
    return token
        .flatMap(known -> store.byToken(known).map(learner -> new Visit(learner, known)))
        .orElseGet(
            () -> {
              var fresh = Token.random();
              return new Visit(store.create(fresh, now()), fresh);
            });
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
  }
}
