package interleave.web;

import interleave.course.Demo;
import interleave.course.Html;
import interleave.course.Lesson;
import interleave.course.Prediction;
import interleave.learner.Predicted;
import interleave.learner.Progress;
import interleave.quiz.Expected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a demo asks before its first run, as a page shows it: open, or expected and yet to come, or
 * with what came.
 *
 * @param path the address of the lesson
 * @param made what the learner expects; empty while the question is open
 * @param typed what was sent and is no answer; empty when nothing was
 */
public record PredictionView(
    Demo demo, Prediction asked, String path, Optional<Predicted> made, Optional<String> typed) {

  /** What was sent for a demo and is no answer. */
  record Typed(String demo, String text) {}

  /** The predictions of a lesson by demo id. */
  static Map<String, PredictionView> of(Lesson lesson, Progress progress, Optional<Typed> typed) {
    var views = new LinkedHashMap<String, PredictionView>();
    for (var demo : lesson.demos()) {
      demo.prediction()
          .ifPresent(
              asked ->
                  views.put(
                      demo.id(),
                      new PredictionView(
                          demo,
                          asked,
                          lesson.path(),
                          made(demo, asked, progress),
                          typed.filter(sent -> sent.demo().equals(demo.id())).map(Typed::text))));
    }
    return views;
  }

  /**
   * What the learner expects of a demo; empty also when the question has changed since, so that
   * this is no answer to it any more.
   */
  static Optional<Predicted> made(Demo demo, Prediction asked, Progress progress) {
    return Optional.ofNullable(progress.predictions().get(demo.id()))
        .filter(
            made ->
                Expected.of(
                        asked.answer(),
                        Expected.typed(asked.answer(), made.expected()),
                        OptionalDouble.empty())
                    .isPresent());
  }

  /** The id of its element on the page; no heading's anchor has a colon. */
  public String anchor() {
    return "prediction:" + demo.name();
  }

  public boolean open() {
    return made.isEmpty();
  }

  /** Whether a run has shown what comes. */
  public boolean decided() {
    return made.flatMap(Predicted::came).isPresent();
  }

  public boolean right() {
    return made.flatMap(Predicted::correct).orElse(false);
  }

  /** The texts to choose from; none when a number is asked. */
  public List<String> choices() {
    return switch (asked.answer()) {
      case Prediction.Choice(var choices, _) -> choices;
      case Prediction.Amount _, Prediction.Measured _ -> List.of();
    };
  }

  /** The unit of the number that is asked; empty when it has none. */
  public String unit() {
    return switch (asked.answer()) {
      case Prediction.Choice _ -> "";
      case Prediction.Amount(var unit, _, _) -> unit;
      case Prediction.Measured(var measure, _) -> measure.unit();
    };
  }

  /** What was expected and what came, in a sentence. */
  public String words() {
    return made.map(one -> expected(one) + one.came().map(this::came).orElse(".")).orElse("");
  }

  /** The reason, which the page gets with what came and not before. */
  public Optional<Html> why() {
    return decided() ? Optional.of(asked.why()) : Optional.empty();
  }

  private String expected(Predicted one) {
    return (decided() ? "You expected " : "You expect ") + quoted(one.expected());
  }

  private String came(String came) {
    return switch (asked.answer()) {
      case Prediction.Choice _ -> right() ? ", and so it was." : ". It was " + quoted(came) + ".";
      case Prediction.Amount _ -> ", it is " + came + ".";
      case Prediction.Measured _ -> ", your run measured " + came + ".";
    };
  }

  private String quoted(String text) {
    return choices().isEmpty() ? text : "“" + text + "”";
  }
}
