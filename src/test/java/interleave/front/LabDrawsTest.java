package interleave.front;

import static interleave.front.Explorations.ONE;
import static interleave.front.Explorations.counted;
import static interleave.front.Explorations.end;
import static interleave.front.ScriptedLab.TWO_DICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a program draws at random: it is a part of an order, is shown, and can be chosen. */
final class LabDrawsTest extends ScriptedLabTest {
  @Test
  void what_was_drawn_in_each_way_is_told_from_what_was_held_fixed() throws Exception {
    start(TWO_DICE);
    site.events =
        List.of(
            end(true, true, counted(ONE, 1))
                .replace(
                    "\"longest\"",
                    "\"assumptions\": [\"draws\", \"random\", \"lines\"], \"longest\""));

    lab.press("explore");
    browser.until(lab::progress, () -> lab.progress().startsWith("Every outcome is listed."));

    assertEquals(
        "Random choices among few values were tried, too: an order counts once for each way they"
            + " can go. Held fixed or not modelled: other random numbers (always the same), lines"
            + " (one step each).",
        lab.text(".assumed"));
  }

  @Test
  void an_outcome_that_was_drawn_is_shown_and_others_can_be_drawn() throws Exception {
    start(TWO_DICE);
    site.events =
        List.of(
            end(
                true,
                true,
                "{\"kind\": \"finished\", \"output\": \"Now\\n[6, 2]\\n\", \"schedule\":"
                    + " \"r1-2-r5-1-r1\", \"count\": 1}"));
    lab.press("explore");
    browser.waitFor(".outcome");

    browser.click(lab.element(".outcome .show"));
    browser.until(lab::draws, () -> lab.draws().equals("choice() drew 'Go' ['Now']"));
    browser.press(Keys.ARROW_RIGHT);
    lab.waitForWords("T2 ran line 9: randint() drew 6; thrown is now [6]; T2 ended.");
    assertEquals("randint() drew 1 2 3 4 5 [6]", lab.draws());

    browser.click(lab.element("[data-draw='0.2']"));
    lab.waitForWords("T2 ran line 9: randint() drew 3; thrown is now [3]; T2 ended.");
    assertEquals("randint() drew 1 2 [3] 4 5 6", lab.draws());
    assertEquals("0.2", browser.focused().getAttribute("data-draw"));
    assertEquals("Step 1 of 3", lab.position());

    browser.press("1");
    lab.waitForWords("T1 ran line 9: randint() drew 1; thrown is now [3, 1]; T1 ended.");
    browser.press(Keys.HOME);
    lab.waitForPosition("Step 0 of 3");
    browser.click(lab.element("[data-draw='0.0']"));
    browser.until(lab::draws, () -> lab.draws().equals("choice() drew ['Go'] 'Now'"));
    browser.press(Keys.END);
    lab.waitForWords("it wrote [1, 1]");
    assertEquals("", lab.draws());
    assertEquals(List.of(), browser.problems());
  }

  @Test
  void what_cannot_be_drawn_is_where_an_order_no_longer_fits() throws Exception {
    start(TWO_DICE);
    browser.script("document.querySelector('schedule-lab').show('r1-2-r7-1')");

    browser.waitFor(".note");
    assertTrue(lab.text(".note").startsWith("This order fits the program only for its first 2"));
    assertEquals("choice() drew 'Go' ['Now']", lab.draws());
    assertEquals(List.of("T2 9", "T1 9"), browser.texts(".cell").subList(0, 2));
  }
}
