package interleave.site;

import interleave.browser.Chromium;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tests of the real site in a real browser. Both start once for a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SiteTest {
  final RealSite site = RealSite.start();
  final Chromium browser;

  SiteTest() {
    this(Chromium::start);
  }

  SiteTest(Supplier<Chromium> browser) {
    this.browser = browser.get();
  }

  @BeforeEach
  void beSomebodyNew() {
    browser.driver().manage().deleteAllCookies();
    // There are no drafts before the first page.
    browser.script("try { localStorage.clear() } catch {}");
  }

  @AfterAll
  void close() {
    browser.close();
    site.close();
  }

  void open(String path) {
    browser.open(site.at(path).toString());
  }
}
