package interleave.front;

import gg.jte.output.StringOutput;
import interleave.course.Demo;
import interleave.course.Expectation;
import interleave.course.Html;
import interleave.course.Recording;
import interleave.run.Limits;
import interleave.run.PythonRuntime;
import interleave.run.Runner.Status;
import interleave.web.ComparisonView;
import interleave.web.templates.StaticTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page of a {@link ScriptedSite}, with demos as a real page shows them.
 *
 * @param installed the Pythons that the demos run on
 * @param recorded those that each has a recorded run on
 */
record ScriptedPage(Status status, List<String> installed, List<String> recorded) {
  /** One Python is installed, and there are recorded runs on it. */
  static final ScriptedPage ON_ONE = ready(List.of("3.11"), List.of("3.11"));

  private static final String CODE = "import time\n\nprint(1)\nprint(\"<two>\")\n";

  static ScriptedPage ready(List<String> installed, List<String> recorded) {
    return new ScriptedPage(new Status.Ready("paper"), installed, recorded);
  }

  /** Nothing can be run. */
  static ScriptedPage withoutRunner(List<String> recorded) {
    return new ScriptedPage(new Status.Unavailable("No sandbox."), List.of(), recorded);
  }

  /** A whole page. */
  static String around(String content) throws IOException {
    var imports =
        Files.readString(Path.of("static/js/importmap.json")).replace(": \"", ": \"/vendor/");
    return """
    <!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
    <title>Demo</title><link rel="icon" href="data:,">
    <script type="importmap" nonce="n">{"imports": %s}</script>
    <link rel="stylesheet" href="/static/css/site.css">
    <script type="module" nonce="n" src="/static/js/site.js"></script>
    <main><h1>Demo</h1>%s</main></html>
    """
        .formatted(imports, content);
  }

  /** Two demos, {@code a/b/one} and {@code a/b/two}, that can be compared. */
  String comparison() {
    var demos = List.of(of("a/b/one", "One"), of("a/b/two", "Two"));
    return "<demo-comparison class=\"demos\" data-state=\"idle\">%s%s%s</demo-comparison>"
        .formatted(html(demos.getFirst()), html(demos.getLast()), versus("Run both", true, demos));
  }

  /** A demo, {@code a/b/one}, whose Pythons can be compared. */
  String pythons() {
    return pythons("");
  }

  /**
   * The same.
   *
   * @param between what stands between the demo and its comparison
   */
  String pythons(String between) {
    var demo = of("a/b/one", "One");
    return html(demo)
        + between
        + "<demo-comparison class=\"pythons\" data-state=\"idle\">%s</demo-comparison>"
            .formatted(versus("Compare Pythons", false, List.of(demo)));
  }

  String demo(String id, String title) {
    return html(of(id, title));
  }

  private Demo of(String id, String title) {
    var html =
        CODE.lines()
            .map(line -> line.replace("<", "&lt;").replace(">", "&gt;"))
            .map("<span class=\"l\">%s\n</span>"::formatted)
            .collect(Collectors.joining());
    return new Demo(
        id,
        "c",
        title,
        Demo.Mode.RUN,
        CODE,
        new Html(html),
        false,
        List.of(),
        Expectation.none(),
        recorded.stream().map(ScriptedPage::recording).toList(),
        Optional.empty(),
        Optional.empty());
  }

  /** Those without a lock were recorded four days after the others. */
  private static Recording recording(String runtime) {
    var day = LocalDate.of(2026, 11, runtime.endsWith("t") ? 24 : 20);
    var line = new Recording.Line(400, "main", false, "kept");
    return new Recording(runtime, runtime.replace("t", "") + ".2", day, 2, List.of(line), "{}");
  }

  private List<PythonRuntime> runtimes() {
    return installed.stream().map(name -> new PythonRuntime(name, name + ".2")).toList();
  }

  private String html(Demo demo) {
    var output = new StringOutput();
    new StaticTemplates()
        .partsDemo(
            demo, runtimes(), status, new Limits(10_000, 8_000, 1 << 28, 64, 1 << 18, 1 << 16))
        .render(output);
    return output.toString();
  }

  private String versus(String run, boolean choice, List<Demo> demos) {
    var output = new StringOutput();
    new StaticTemplates()
        .partsVersus("Side by side", run, choice, ComparisonView.of(demos, runtimes(), status))
        .render(output);
    return output.toString();
  }
}
