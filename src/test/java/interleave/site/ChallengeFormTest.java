package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A challenge's program is sent by a plain form: this browser runs no script. */
final class ChallengeFormTest extends SiteTest {
  private static final String LESSON = "/learn/orders/be-the-scheduler";
  private static final String FORM = "form[id='check:two_lines_lab'] ";

  ChallengeFormTest() {
    super(Chromium::withoutJavaScript);
  }

  @Test
  void a_program_that_goes_wrong_comes_back_with_the_order_that_shows_it() {
    open(LESSON);
    browser.follow(browser.element(FORM + "button"));

    assertEquals(LESSON + "/challenge#check:two_lines_lab", browser.path());
    var verdict = browser.element(FORM + "[role=alert]");
    assertEquals("violation", verdict.getAttribute("data-state"));
    assertTrue(verdict.getText().startsWith("VIOLATION\n"), verdict::getText);
    assertTrue(
        verdict.getText().contains("it prints 1 and ends in an error, “main: AssertionError"),
        verdict::getText);
    assertTrue(
        verdict.getText().contains("Held fixed or not modelled: lines (one step each)."),
        verdict::getText);
    assertTrue(
        verdict.getText().contains("wherever more than one could go on, went: T1"),
        verdict::getText);
    var program = String.valueOf(browser.element(FORM + "textarea").getAttribute("value"));
    assertTrue(program.contains("    seen = counter\n    counter = seen + 1\n"), program);
    assertTrue(goal("fix").endsWith("Not fixed yet, 1 try."), goal("fix"));
  }

  @Test
  void a_program_that_goes_wrong_in_no_order_is_proved_and_stays_so() throws IOException {
    open(LESSON);
    type(Files.readString(Path.of("src/test/resources/solutions/two_lines_lab.py")));
    browser.follow(browser.element(FORM + "button"));

    assertEquals(LESSON + "#challenge:two_lines_lab", browser.path());
    for (int look = 0; look < 2; look++) {
      var fixed = goal("fix");
      assertTrue(fixed.contains("Fixed on "), fixed);
      assertTrue(
          fixed.contains("PROVED, line by line\nNo order goes wrong. 2 orders stand"), fixed);
      assertTrue(fixed.contains("Held fixed or not modelled: lines (one step each)."), fixed);
      open(LESSON);
    }
  }

  @Test
  void a_program_whose_orders_are_too_many_to_try_is_not_fixed() {
    open(LESSON);
    type(
        """
        from threading import Thread
        counter = 2
        seen = []
        def count():
            for each in range(40):
                seen.append(each)
        ann, bob = Thread(target=count), Thread(target=count)
        ann.start()
        bob.start()
        ann.join()
        bob.join()
        print(counter)
        """);
    browser.follow(browser.element(FORM + "button"));

    var verdict = browser.element(FORM + "[role=alert]");
    assertEquals("partial", verdict.getAttribute("data-state"));
    assertTrue(
        verdict
            .getText()
            .startsWith("NOT ALL TRIED\nNo order went wrong so far. Not every order was tried: "),
        verdict::getText);
    assertFalse(goal("fix").contains("Fixed"), goal("fix"));
  }

  private void type(String program) {
    var area = browser.element(FORM + "textarea");
    area.clear();
    area.sendKeys(program);
  }

  private String goal(String name) {
    return browser
        .element("lab-challenge[data-demo$='/two_lines_lab'] [data-goal=" + name + "]")
        .getText();
  }
}
