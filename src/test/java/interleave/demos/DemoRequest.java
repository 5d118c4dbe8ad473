package interleave.demos;

import interleave.course.Demo;
import interleave.run.Network;
import interleave.run.PythonRuntime;
import interleave.run.RunRequest;

/** Asks for a run of a demo as it stands in the course. */
public final class DemoRequest {
  private DemoRequest() {}

  public static RunRequest of(Demo demo, PythonRuntime runtime) {
    var network = demo.network() ? Network.DEMO : Network.NONE;
    return new RunRequest(demo.code(), runtime.name(), "demos", "here", "", network);
  }
}
