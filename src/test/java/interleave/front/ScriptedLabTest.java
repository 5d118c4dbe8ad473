package interleave.front;

import interleave.browser.Chromium;
import interleave.browser.LabOnPage;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tests of a lab whose server does as the test says. The browser starts once for a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ScriptedLabTest {
  @AutoClose final Chromium browser = Chromium.start();
  ScriptedLab site;
  LabOnPage lab;

  @BeforeEach
  void prepare() throws IOException {
    site = new ScriptedLab(ScriptedLab.LOST_UPDATE);
    lab = new LabOnPage(browser);
  }

  @AfterEach
  void leave() {
    browser.leave();
    site.close();
  }

  /** Opens the page of a lab with this program, which may not compile. */
  final void open(String program) throws IOException {
    site.close();
    site = new ScriptedLab(program);
    browser.problems();
    browser.open(site.address());
  }

  /** Opens the page of a lab with this program, and waits for its threads. */
  final void start(String program) throws IOException {
    open(program);
    browser.waitFor(".thread");
  }
}
