package interleave.front;

import static interleave.front.ScriptedSite.end;
import static interleave.front.ScriptedSite.started;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The editor of a demo, and what becomes of an edited program. */
final class DemoEditorTest extends ScriptedDemoTest {
  @Test
  void an_edited_program_is_kept_run_reset_and_brought_back() throws InterruptedException {
    site.events = List.of(started(), end("exited", 0));
    edit("x = 1 ");

    demo.runFromTheKeyboard();
    demo.waitForState("Finished, exit code 0");
    var asked = site.asked.poll(10, TimeUnit.SECONDS);
    assertTrue(asked != null && asked.startsWith("{\"code\":\"x = 1 import time\\n\\n"), asked);

    open();
    browser.waitFor(".cm-content");
    assertTrue(demo.element(".cm-content").getText().startsWith("x = 1 import time"));
    demo.press("reset");
    assertTrue(demo.element("pre.code").isDisplayed());
    assertFalse(demo.element(".edited").isDisplayed());
    demo.press("reset");
    browser.waitFor(".cm-content");
    assertTrue(demo.element(".cm-content").getText().startsWith("x = 1 import time"));

    demo.press("reset");
    demo.press("run");
    asked = site.asked.poll(10, TimeUnit.SECONDS);
    assertEquals("{\"demo\":\"a/b/c\",\"runtime\":\"3.11\"}", asked);
  }

  @Test
  void letters_keep_their_order_while_the_page_scrolls() {
    demo.edit();
    browser.script(
        """
        document.body.style.minHeight = "3000px";
        let top = 0;
        const scroll = () => {
          scrollTo({ top: (top = 40 - top), behavior: "instant" });
          window.scrolling = requestAnimationFrame(scroll);
        };
        scroll();
        """);
    var letters = "the quick brown fox jumps over the lazy dog ".repeat(8);
    demo.type(letters);
    browser.script("cancelAnimationFrame(scrolling)");

    assertEquals(List.of(letters), demo.texts(".cm-line"));
  }

  @Test
  void tab_leaves_the_editor() {
    edit("y");

    browser.press(Keys.TAB);

    assertEquals(
        false, browser.script("return Boolean(document.activeElement.closest('.program'))"));
  }

  @Test
  void the_editor_obeys_the_content_security_policy() {
    edit("z");

    assertEquals(List.of(), browser.problems());
  }

  private void edit(String text) {
    demo.edit();
    browser.press(text);
  }
}
