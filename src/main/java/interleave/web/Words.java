package interleave.web;

import interleave.course.Question;
import interleave.learner.LessonState;
import interleave.learner.NextStep;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How the pages say things. */
public final class Words {
  /** How many lines of a recorded run a page shows as text. */
  public static final int MOST_LINES = 200;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter SHORT_DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private Words() {}

  /** A state in words: colour is never the only signal. */
  public static String of(LessonState state) {
    return switch (state) {
      case LessonState.NotStarted _ -> "not started";
      case LessonState.Read _ -> "read";
      case LessonState.Answered(var best) -> "quiz " + best;
      case LessonState.Done _ -> "done";
    };
  }

  /** The style class of a state's circle: empty, half or full. */
  public static String mark(LessonState state) {
    return switch (state) {
      case LessonState.NotStarted _ -> "open";
      case LessonState.Read _, LessonState.Answered _ -> "read";
      case LessonState.Done _ -> "done";
    };
  }

  /** What to do, up to the lesson's title. */
  public static String of(NextStep step) {
    return switch (step) {
      case NextStep.ReadLesson _ -> "Read";
      case NextStep.AnswerQuiz _ -> "Answer the quiz of";
      case NextStep.ImproveQuiz _ -> "Retry the quiz of";
    };
  }

  /** The address where a step is taken. */
  public static String link(NextStep step) {
    return switch (step) {
      case NextStep.ReadLesson(var lesson) -> lesson.path();
      case NextStep.AnswerQuiz(var lesson) -> lesson.path() + "#quiz";
      case NextStep.ImproveQuiz(var lesson, _) -> lesson.path() + "#quiz";
    };
  }

  /** {@code 3 November 2026}, in UTC. */
  public static String date(OffsetDateTime time) {
    return time.withOffsetSameInstant(ZoneOffset.UTC).format(DATE);
  }

  /** {@code 3 Nov 2026}, in UTC: for tables. */
  public static String shortDate(OffsetDateTime time) {
    return time.withOffsetSameInstant(ZoneOffset.UTC).format(SHORT_DATE);
  }

  /** {@code 3 November 2026}. */
  public static String date(LocalDate day) {
    return day.format(DATE);
  }

  /** {@code 3 Nov 2026}. */
  public static String shortDate(LocalDate day) {
    return day.format(SHORT_DATE);
  }

  /** Microseconds as a page shows them: {@code 0.4 ms}, {@code 1.203 s}. */
  public static String moment(long us) {
    return us < 999_950
        ? String.format(Locale.ROOT, "%.1f ms", us / 1e3)
        : String.format(Locale.ROOT, "%.3f s", us / 1e6);
  }

  /** {@code 1 minute}, {@code 6 minutes}; the two words stay on one line. */
  public static String count(long number, String one) {
    return number + "\u00a0" + (number == 1 ? one : one + "s");
  }

  /** How limits are held, in a sentence's part. */
  public static String tier(String tier) {
    return switch (tier) {
      case "cgroup2", "cgroup1" ->
          "the kernel itself keeps the program within its memory and its number of tasks, and the"
              + " server measures many times a second what it uses";
      default -> "the server measures many times a second what the program uses";
    };
  }

  /** The numbers from 1 of some of a quiz's questions: {@code question 2}. */
  static String numbers(List<Question> all, List<Question> some) {
    var numbers = some.stream().map(question -> String.valueOf(all.indexOf(question) + 1)).toList();
    return (numbers.size() == 1 ? "question " : "questions ") + list(numbers);
  }

  /** {@code both}, {@code all three}, {@code all 12}; of two or more. */
  public static String all(int number) {
    return number == 2
        ? "both"
        : "all " + (number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number));
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String list(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
