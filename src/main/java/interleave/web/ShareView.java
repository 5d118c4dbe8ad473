package interleave.web;

import interleave.course.Demo;
import interleave.run.Limits;
import interleave.run.PythonRuntime;
import interleave.run.Runner;
import interleave.share.Share;
import java.util.List;

/**
 * What the page of a share shows.
 *
 * @param ofCourse whether the program is a demo of the course, as it is there
 * @param python the version that it ran on
 * @param program the program, to be run again; its id is empty, so that it runs as code
 * @param runtimes those installed, the one that it ran on first
 * @param rows what it wrote
 * @param cut whether it wrote more than that
 */
public record ShareView(
    Share share,
    boolean ofCourse,
    String python,
    Demo program,
    List<PythonRuntime> runtimes,
    Runner.Status status,
    Limits limits,
    List<Row> rows,
    boolean cut) {

  /** What one task wrote in a stretch; {@code at} is the time of its beginning, in words. */
  public record Row(String at, String who, boolean err, String text) {}

  /** How the run is marked wherever it is shown. */
  public String mark() {
    var date = Words.date(share.sharedAt()).replace(' ', '\u00a0');
    return "Recorded · Python\u00a0" + python + " · " + date;
  }
}
