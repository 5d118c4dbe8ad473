package interleave.web;

import interleave.course.Challenge;
import interleave.course.Demo;
import interleave.course.Html;
import interleave.run.PythonRuntime;
import interleave.run.Runner;
import java.util.List;

/**
 * A schedule lab as a page shows it.
 *
 * @param draft under which name the browser keeps what is changed: a demo's id, or {@code lab}
 * @param linked whether it takes up what the address of its page holds; one lab of a page at most
 * @param granularity what it begins with, and {@code oneGranularity} whether that stays
 * @param runtimes those that it can step programs of
 * @param sheet the address of its style sheet
 */
public record LabView(
    String title,
    Html highlighted,
    String draft,
    boolean linked,
    String granularity,
    boolean oneGranularity,
    List<RuntimeChoice> runtimes,
    Runner.Status status,
    String sheet) {
  private static final String SHEET = "css/lab.css";

  /**
   * The lab of a demo in its lesson; {@code runtimes} are those that programs can be stepped on.
   */
  public static LabView of(
      Demo demo, List<PythonRuntime> runtimes, Runner.Status status, Assets assets) {
    return of(demo, demo.id(), false, runtimes, status, assets.url(SHEET));
  }

  /** The lab that has a page of its own. */
  static LabView alone(
      Demo demo, String draft, List<PythonRuntime> runtimes, Runner.Status status, Assets assets) {
    return of(demo, draft, true, runtimes, status, assets.url(SHEET));
  }

  private static LabView of(
      Demo demo,
      String draft,
      boolean linked,
      List<PythonRuntime> runtimes,
      Runner.Status status,
      String sheet) {
    var offered =
        RuntimeChoice.of(demo, runtimes, status).stream().filter(RuntimeChoice::runs).toList();
    boolean byInstruction = demo.challenge().map(Challenge::byInstruction).orElse(false);
    return new LabView(
        demo.title(),
        demo.highlighted(),
        draft,
        linked,
        byInstruction ? "bytecode" : "line",
        !linked && demo.challenge().isPresent(),
        offered,
        status,
        sheet);
  }

  /** Whether programs can be stepped here now. */
  public boolean works() {
    return !runtimes.isEmpty();
  }
}
