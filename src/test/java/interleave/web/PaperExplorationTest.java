package interleave.web;

import interleave.run.RunLog;
import interleave.run.RunRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of explorations over HTTP. Their runner is of paper: nothing is explored. */
abstract class PaperExplorationTest {
  static final String EXPLORATIONS = "/api/explorations";

  /** Where the events of the first exploration are. */
  static final String EVENTS = EXPLORATIONS + "/run1/events";

  TestSite site;

  @BeforeEach
  void start() throws IOException {
    site = TestSite.start();
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  final HttpResponse<String> explore(String body) {
    return site.json(EXPLORATIONS, body);
  }

  /** What the first exploration asked the runner for. */
  final RunRequest request() {
    return first().request();
  }

  /** The log of the first exploration's run. */
  final RunLog log() {
    return first().log();
  }

  private PaperRunner.Paper first() {
    return Optional.ofNullable(site.runner.runs.get("run1")).orElseThrow();
  }
}
