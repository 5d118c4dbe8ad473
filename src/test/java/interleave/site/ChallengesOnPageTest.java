package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.ChallengeOnPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Challenges are broken and fixed in a browser, by keys alone, with the real engine. */
class ChallengesOnPageTest extends SiteTest {
  private static final String FIRST = "orders/be-the-scheduler";

  @Test
  void supper_is_served_too_early_and_then_never() {
    open("/learn/" + FIRST);
    var supper = new ChallengeOnPage(browser, FIRST + "/supper_lab");
    supper.enter();
    supper.steps("2", "1");
    supper.check("break");
    supper.waitForVerdict("That is it");
    assertEquals("Broken, 1 try.", supper.met("break"));
    assertEquals("violation VIOLATION", supper.verdict());
    assertEquals(supper.left(".ask"), supper.left(".verdict"));
    // Chromium itself warns when somebody types over a selection: it would keep its style.
    assertEquals(List.of(), browser.problems());
    supper.type(
        "from threading import Thread",
        "ann = Thread(target=lambda: print('ann cooks'))",
        "bob = Thread(target=lambda: print('bob serves'))",
        "ann.start()",
        "ann.join()",
        "bob.start()",
        "bob.join()");
    supper.check("fix");
    supper.waitForVerdict("No order goes wrong");
    assertEquals("Fixed, 1 try.", supper.met("fix"));

    open("/progress");
    var kept = browser.element("#challenges + p + ul").getText();
    assertTrue(kept.startsWith("Supper: Broken on "), kept);
    assertTrue(kept.contains("Fixed on "), kept);
  }

  @Test
  void an_update_is_lost_and_a_fix_that_is_none_shows_why() {
    open("/learn/" + FIRST);
    var counter = new ChallengeOnPage(browser, FIRST + "/two_lines_lab");
    counter.enter();
    counter.steps("1", "2");
    browser.press(Keys.END);
    counter.check("break");
    counter.waitForVerdict("That is it");
    counter.type("counter = 2", "print(counter)");
    counter.check("fix");
    counter.waitForVerdict("Nothing goes wrong, but the work is no longer done by 2 threads");
    assertEquals("missed NOT FIXED", counter.verdict());
    assertEquals("none", counter.mark());
    counter.type(
        "from threading import Thread",
        "counted = []",
        "a = Thread(target=counted.append, args=(1,))",
        "b = Thread(target=counted.append, args=(1,))",
        "a.start()",
        "b.start()",
        "a.join()",
        "b.join()",
        "counter = len(counted)",
        "print(counter)");
    counter.check("fix");
    counter.waitForVerdict("No order goes wrong");
    assertEquals("Fixed, 2 tries.", counter.met("fix"));
    assertEquals("proved PROVED, line by line", counter.verdict());
    assertEquals("\"✓ \"", counter.mark());
    assertEquals(
        "Held fixed or not modelled: lines (one step each).", counter.text(".verdict .assumed"));

    open("/learn/" + FIRST);
    assertEquals("PROVED, line by line", counter.text(".proof .lab-verdict"));
    assertTrue(counter.text(".proof .words").startsWith("No order goes wrong. "));
    assertEquals("", counter.text(".verdict .words"));
  }

  @Test
  void a_fix_that_misses_an_order_says_so_where_the_eye_is_and_shows_it() {
    open("/learn/" + FIRST);
    var counter = new ChallengeOnPage(browser, FIRST + "/two_lines_lab");
    counter.enter();
    counter.type(
        "from threading import Thread",
        "counter = 2",
        "a = Thread(target=lambda: print(2 if len(seen) else 1))",
        "seen = []",
        "b = Thread(target=lambda: seen.append(1))",
        "a.start()",
        "b.start()",
        "a.join()",
        "b.join()");
    counter.check("fix");
    counter.waitForVerdict("There is an order in which it still goes wrong: it prints 1.");
    assertEquals("violation VIOLATION", counter.verdict());
    assertEquals("\"✕ \"", counter.mark());
    assertTrue(counter.isInView(".verdict"));
    assertTrue(counter.isInView("[data-judge=show]"));
    assertEquals("fix", browser.focused().getAttribute("data-judge"));
    counter.element("[data-judge=show]").sendKeys(Keys.ENTER);
    browser.until(
        () -> "an order, it is " + counter.text(".at"), () -> !counter.text(".at").isEmpty());
    assertEquals("stage", browser.focused().getAttribute("class"));
  }

  @Test
  void the_shop_opens_twice_and_then_once() {
    var lesson = "orders/look-then-act";
    open("/learn/" + lesson);
    var shop = new ChallengeOnPage(browser, lesson + "/open_once_lab");
    shop.enter();
    shop.steps("1", "1", "2", "2");
    browser.press(Keys.END);
    shop.check("break");
    shop.waitForVerdict("That is it");
    shop.type(
        "from collections import Counter",
        "from threading import Thread",
        "Shop = Counter()",
        "Shop.opened = 0",
        "used = []",
        "f = lambda: used.append(Shop)",
        "a = Thread(target=f)",
        "b = Thread(target=f)",
        "at_start = Shop.opened",
        "a.start()",
        "b.start()",
        "a.join()",
        "b.join()",
        "shop = used[0]",
        "Shop.opened = 1",
        "print(f'{at_start} at the start, {Shop.opened} at the end')");
    shop.check("fix");
    shop.waitForVerdict("No order goes wrong");
    assertEquals("Broken, 1 try.", shop.met("break"));
    assertEquals("Fixed, 1 try.", shop.met("fix"));
  }

  @Test
  void on_paper_a_challenge_is_its_goal_and_its_whole_program() {
    open("/learn/orders/waiting-for-each-other");
    new ChallengeOnPage(browser, "orders/waiting-for-each-other/two_locks_lab").enter();
    browser.onPaper(this::checkPaper);
  }

  private void checkPaper() {
    assertEquals(
        List.of(),
        browser.texts(".challenge .btn").stream().filter(text -> !text.isEmpty()).toList());
    // The panels of a lab in which nothing has happened are left out.
    assertEquals(1, browser.elements(".panels").stream().filter(WebElement::isDisplayed).count());
    assertEquals(
        0L,
        browser.script(
            """
            return [...document.querySelectorAll(".code")]
              .filter((code) => code.scrollWidth > code.clientWidth).length"""));
  }
}
