package interleave.hostile;

import interleave.run.RunRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The hostile programs for others who run them beside something; they go to no one but a runner.
 */
public final class HostileRequests {
  private HostileRequests() {}

  /** All that mean something here on a runtime, by the names of their files. */
  public static Map<String, RunRequest> on(String runtime) throws IOException {
    var requests = new LinkedHashMap<String, RunRequest>();
    for (var program : HostileProgram.all()) {
      if (program.needs().areMet() && program.isFor(runtime)) {
        requests.put(program.name(), program.request(runtime));
      }
    }
    return requests;
  }
}
