package interleave.front;

import static interleave.front.ScriptedSite.end;
import static interleave.front.ScriptedSite.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * On a slow network the plain editor is there long before the good one. Whoever writes in it
 * meanwhile goes on in the good one as if nothing had been.
 */
final class EditorHandoverTest extends ScriptedDemoTest {
  private static final String PROGRAM = "import time\n\nprint(1)\nprint(\"<two>\")";
  private static final String DRAFT = "interleave:draft:a/b/c";

  private static final String CARET_IN_SIGHT =
      """
      (() => {
        const caret = document.querySelector(".cm-cursor").getBoundingClientRect();
        const box = document.querySelector(".cm-scroller").getBoundingClientRect();
        const across = caret.left >= box.left && caret.left < box.right;
        return across && caret.top > 0 && caret.bottom < innerHeight;
      })()
      """;

  @BeforeEach
  void holdTheGoodEditorBack() {
    site.editor = new CountDownLatch(1);
  }

  @Test
  void what_is_typed_while_it_comes_keeps_its_order() throws InterruptedException {
    site.events = List.of(started(), end("exited", 0));
    edit();
    demo.type("print('the quick ");
    site.editor.countDown();
    var rest = "brown fox jumps over the lazy dog')";
    rest.chars().forEach(letter -> browser.press(Character.toString(letter)));
    waitForTheGoodEditor();
    browser.press(" # there");

    demo.runFromTheKeyboard();
    demo.waitForState("Finished, exit code 0");
    var asked = site.asked.poll(10, TimeUnit.SECONDS);
    var code = "print('the quick " + rest + " # there";
    assertTrue(asked != null && asked.startsWith("{\"code\":\"" + code + "\""), asked);
  }

  @Test
  void what_was_typed_before_can_be_undone_and_done_again() {
    edit();
    browser.press("x = 1 ");
    site.editor.countDown();
    waitForTheGoodEditor();
    browser.press("y");
    assertEquals("x = 1 y" + PROGRAM, text());

    browser.pressWithControl("z");
    assertEquals("x = 1 " + PROGRAM, text());
    browser.pressWithControl("z");
    assertEquals(PROGRAM, text());
    assertFalse(demo.element(".edited").isDisplayed());
    browser.pressWithControl("y");
    assertEquals("x = 1 " + PROGRAM, text());
  }

  @Test
  void a_selection_goes_on_where_it_was_begun_backwards() {
    edit();
    for (int i = 0; i < 3; i++) {
      browser.press(Keys.ARROW_RIGHT);
    }
    browser.pressWithShift(Keys.ARROW_LEFT);
    site.editor.countDown();
    waitForTheGoodEditor();
    browser.pressWithShift(Keys.ARROW_LEFT);
    browser.press("Z");

    assertEquals("iZ" + PROGRAM.substring(3), text());
  }

  @Test
  void a_composition_is_not_interrupted_nor_one_that_follows_at_once() {
    edit();
    browser.command(
        "Input.imeSetComposition", Map.of("text", "に", "selectionStart", 1, "selectionEnd", 1));
    site.editor.countDown();
    modulesAreThere();
    assertEquals("に" + PROGRAM, plainText());

    browser.command("Input.insertText", Map.of("text", "日"));
    compose("compositionend", "compositionstart");
    assertEquals("日" + PROGRAM, plainText());
    compose("compositionend");
    waitForTheGoodEditor();
    browser.press("!");
    assertEquals("日!" + PROGRAM, text());
  }

  @Test
  void a_pointer_that_selects_is_not_interrupted() {
    edit();
    browser.script(
        "document.querySelector('textarea').dispatchEvent(new PointerEvent('pointerdown'))");
    site.editor.countDown();
    modulesAreThere();
    assertEquals(PROGRAM, plainText());

    browser.script("document.body.dispatchEvent(new PointerEvent('pointerup', {bubbles: true}))");
    waitForTheGoodEditor();
  }

  @Test
  void the_end_of_a_long_line_stays_in_sight() {
    edit();
    browser.press("x".repeat(300));
    double left = number("return document.querySelector('textarea').scrollLeft");
    assertTrue(left > 500, () -> "scrolled by " + left);
    site.editor.countDown();
    waitForTheGoodEditor();

    assertEquals(left, number("return document.querySelector('.cm-scroller').scrollLeft"), 60);
    assertEquals(true, browser.drawn(CARET_IN_SIGHT));
  }

  @Test
  void the_end_of_a_long_program_stays_in_sight() {
    browser.script(
        "localStorage.setItem(arguments[0], arguments[1])", DRAFT, "print(1)\n".repeat(300));
    open();
    browser.script("document.querySelector('textarea').focus()");
    browser.pressWithControl(Keys.END);
    browser.press("x");
    double top = number("return scrollY");
    assertTrue(top > 4000, () -> "scrolled by " + top);
    site.editor.countDown();
    waitForTheGoodEditor();

    assertEquals(top, ((Number) browser.drawn("scrollY")).doubleValue(), 60);
    assertEquals(true, browser.drawn(CARET_IN_SIGHT));
    browser.script("localStorage.clear()");
  }

  private void edit() {
    demo.press("edit");
    browser.waitFor("textarea");
  }

  private void waitForTheGoodEditor() {
    browser.waitFor(".cm-focused");
    assertEquals(List.of(), browser.elements("textarea"));
  }

  /** Waits until all is there that the good editor is made of. */
  private void modulesAreThere() {
    browser.script("return import('/static/js/code-editor.js').then(() => true)");
  }

  /** Has an input method say these, all at one moment. */
  private void compose(String... events) {
    browser.script(
        """
        const area = document.querySelector("textarea");
        for (const name of arguments[0]) area.dispatchEvent(new CompositionEvent(name));
        """,
        List.of(events));
  }

  private String plainText() {
    return (String) browser.script("return document.querySelector('textarea').value");
  }

  private String text() {
    return String.join("\n", demo.texts(".cm-line"));
  }

  private double number(String script) {
    return ((Number) browser.script(script)).doubleValue();
  }
}
