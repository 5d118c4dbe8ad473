package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.LabOnPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The lab's own page, with the real engine. */
class LabOnPageTest extends SiteTest {
  @Test
  void a_deadlock_is_found_shown_as_a_ring_and_replayed_and_its_link_brings_it_back() {
    open("/lab?demo=orders/waiting-for-each-other/two_locks_lab");
    var lab = new LabOnPage(browser);
    browser.until(() -> "a first step", () -> lab.position().startsWith("Step 0 of"));
    lab.enter();
    lab.press("explore");
    browser.until(
        () -> "a deadlock among " + lab.outcomes(),
        () -> lab.outcomes().stream().anyMatch(each -> each.startsWith("Deadlock")));
    browser.waitFor("schedule-lab .outcome [data-do=show]");
    var deadlock =
        browser.elements("schedule-lab .outcome").stream()
            .filter(each -> each.getText().startsWith("Deadlock"))
            .findFirst()
            .orElseThrow();
    browser.click(deadlock.findElement(By.cssSelector("[data-do=show]")));
    lab.press("last");
    browser.until(
        () -> "two that wait for each other, " + lab.threads(),
        () -> lab.threads().stream().filter(each -> each.contains("holds")).count() == 2);
    lab.press("share");
    browser.until(() -> "a link", () -> link(lab).contains("/lab#"));
    var link = link(lab);
    var position = lab.position();
    assertEquals(List.of(), browser.problems());

    open("/progress");
    browser.open(link);
    browser.until(
        () -> "the order of the link, " + lab.position(),
        () -> lab.position().endsWith(position.substring(position.indexOf(" of "))));
    assertTrue(lab.text(".program").contains("pen"), lab.text(".program"));
    lab.press("last");
    browser.until(
        () -> "the deadlock of the link, " + lab.threads(),
        () -> lab.threads().stream().filter(each -> each.contains("holds")).count() == 2);
  }

  private static String link(LabOnPage lab) {
    return String.valueOf(lab.element(".link input").getAttribute("value"));
  }
}
