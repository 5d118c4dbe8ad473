package interleave.browser;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** One demo of the page that a browser shows. */
public final class DemoOnPage {
  private final Chromium browser;
  private final String place;

  /**
   * @param number counted from 1, among the demos that stand beside it: of the page, or of a
   *     comparison
   */
  public DemoOnPage(Chromium browser, int number) {
    this(browser, ":nth-of-type(" + number + ")");
  }

  /**
   * The demo of this id.
   *
   * @param id {@code chapter/lesson/name}
   */
  public static DemoOnPage of(Chromium browser, String id) {
    return new DemoOnPage(browser, "[data-demo='" + id + "']");
  }

  private DemoOnPage(Chromium browser, String which) {
    this.browser = browser;
    this.place = "demo-runner" + which + " ";
    browser.waitFor(place + ".tools");
  }

  public WebElement button(String name) {
    return element(".tools [data-do=" + name + "]");
  }

  public void press(String button) {
    browser.click(button(button));
  }

  /** Opens the editor and waits until it is the good one and has the focus. */
  public void edit() {
    press("edit");
    browser.waitFor(place + ".cm-focused");
  }

  /** Replaces the program by typing; the editor does what it does for a person who types. */
  public void type(CharSequence... program) {
    browser.pressWithControl("a");
    browser.press(program);
  }

  /** Runs what is in the editor without leaving it. */
  public void runFromTheKeyboard() {
    browser.pressWithControl(Keys.ENTER);
  }

  /** The words of its state. */
  public String state() {
    return element(".state").getText();
  }

  public void waitForState(String words) {
    browser.until(
        () -> "\"" + words + "\", it is \"" + state() + "\"; " + said(),
        () -> state().equals(words));
  }

  /** The texts of the rows of its output so far. */
  public List<String> said() {
    return texts(".said");
  }

  /** The names beside the rows of its output so far. */
  public List<String> speakers() {
    return texts(".term .who");
  }

  /** Has the page itself note who writes in which state, so that no moment is missed. */
  public void noteSpeakers() {
    browser.script(
        """
        const demo = document.querySelector(arguments[0].trim());
        const noted = (window.noted = {});
        new MutationObserver(() => {
          const state = demo.querySelector(".state").textContent;
          for (const who of demo.querySelectorAll(".term .who")) {
            (noted[state] ??= []).push(who.textContent);
          }
        }).observe(demo, { childList: true, subtree: true, characterData: true });
        """,
        place);
  }

  /** Who was seen to have written while the demo was in this state; after {@link #noteSpeakers}. */
  public Set<String> speakersNoted(String state) {
    var names = (List<?>) browser.script("return window.noted[arguments[0]] ?? []", state);
    return names.stream().map(String::valueOf).collect(Collectors.toSet());
  }

  public WebElement element(String selector) {
    return browser.element(place + selector);
  }

  /**
   * What the elements hold, seen or not, all at one moment: output may come between two questions.
   */
  public List<String> texts(String selector) {
    var texts =
        browser.script(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)",
            place + selector);
    return ((List<?>) texts).stream().map(String::valueOf).toList();
  }

  /** Whether the focus is somewhere in it. */
  public boolean hasFocus(String selector) {
    return !browser.driver().findElements(By.cssSelector(place + selector + ":focus")).isEmpty();
  }
}
