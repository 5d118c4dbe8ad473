package interleave.front;

import interleave.browser.Chromium;
import interleave.browser.DemoOnPage;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tests of a demo whose runs go as the test says. The browser starts once for a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ScriptedDemoTest {
  @AutoClose final Chromium browser = Chromium.start();
  ScriptedSite site;
  DemoOnPage demo;

  @BeforeEach
  void start() throws IOException {
    site = new ScriptedSite();
    browser.problems();
    open();
  }

  @AfterEach
  void leave() {
    browser.leave();
    site.close();
  }

  /** Opens the page of the demo, or opens it again. */
  final void open() {
    browser.open(site.address());
    demo = new DemoOnPage(browser, 1);
  }

  /** Runs the program, which ends well, until its lanes can be gone through again. */
  final void run() {
    demo.press("run");
    demo.waitForState("Finished, exit code 0");
    browser.waitFor(".play:enabled");
  }
}
