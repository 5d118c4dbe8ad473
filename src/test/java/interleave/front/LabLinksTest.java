package interleave.front;

import static interleave.front.ScriptedLab.LOST_UPDATE;
import static interleave.front.ScriptedLab.TWO_LOCKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How an order is shared: a link brings it back, as far as it can. */
final class LabLinksTest extends ScriptedLabTest {
  @Test
  void a_link_brings_back_program_order_and_what_a_step_is() throws Exception {
    start(LOST_UPDATE.replace("ann", "eva"));
    lab.enter();
    browser.press("1", "2");
    lab.waitForPosition("Step 2 of 5");
    lab.press("share");
    browser.waitFor(".share-link input");
    var address =
        String.valueOf(browser.script("return document.querySelector('.share-link input').value"));
    assertTrue(address.contains("/lab#"), address);
    site.close();

    start(TWO_LOCKS);
    browser.open(site.address() + "lab" + address.substring(address.indexOf('#')));
    browser.waitFor(".thread");
    lab.waitForPosition("Step 0 of 5");
    assertTrue(lab.text(".code").contains("eva.start()"), lab.text(".code"));
    assertEquals(List.of("T1 8", "T2 8", "9", "T1 9", "main 18"), browser.texts(".cell"));
  }

  @Test
  void a_broken_link_says_so_and_leaves_the_example() throws Exception {
    start(LOST_UPDATE);

    browser.open(site.address() + "lab#q1YqSy0qzszPU7JSMlTSUUpJ");

    browser.waitFor(".note");
    assertTrue(lab.text(".note").startsWith("This link is broken"), lab.text(".note"));
    browser.waitFor(".thread");
    assertEquals("8 T1 T2", lab.cursors().getFirst());
  }

  @Test
  void an_order_that_does_not_fit_is_shown_as_far_as_it_fits() throws Exception {
    start(TWO_LOCKS);
    browser.script(
        """
        return (async () => {
        const { linkOf } = await import("/static/js/lab-link.js");
        const code = document.querySelector("schedule-lab").program.code;
        location.hash = new URL(await linkOf({ code, granularity: "line", schedule: "1-2-7" })).hash;
        })();
        """);

    browser.waitFor(".note");
    assertTrue(lab.text(".note").startsWith("This order fits the program only for its first 2"));
    assertEquals(List.of("T1 8", "T2 8"), browser.texts(".cell").subList(0, 2));
  }
}
