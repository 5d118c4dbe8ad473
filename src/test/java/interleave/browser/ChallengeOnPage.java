package interleave.browser;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A challenge on a lesson's page, met by keys alone. */
public final class ChallengeOnPage {
  private final Chromium browser;
  private final String place;

  /**
   * @param demo the id of its demo
   */
  public ChallengeOnPage(Chromium browser, String demo) {
    this.browser = browser;
    this.place = "lab-challenge[data-demo='" + demo + "'] ";
  }

  /** Goes to the lab, and waits until it has the program's usual order. */
  public void enter() {
    browser.script("document.querySelector(arguments[0]).focus()", place + ".stage");
    browser.until(() -> "step 0, it is " + text(".at"), () -> text(".at").startsWith("Step 0 of"));
  }

  /** Presses keys one after the other, each when the step before it was taken. */
  public void steps(CharSequence... keys) {
    for (int i = 0; i < keys.length; i++) {
      browser.press(keys[i]);
      var words = "Step " + (i + 1) + " of";
      browser.until(() -> words + ", it is " + text(".at"), () -> text(".at").startsWith(words));
    }
  }

  /** Replaces the program by typing lines of no indentation. */
  public void type(String... lines) {
    element("[data-do=edit]").sendKeys(Keys.ENTER);
    browser.waitFor(place + ".cm-focused");
    browser.pressWithControl("a");
    browser.press(String.join(Keys.ENTER, lines));
    browser.press(Keys.ESCAPE);
  }

  /** Has the order, or the program, checked: {@code break} or {@code fix}. */
  public void check(String goal) {
    var button = "[data-judge=" + goal + "]";
    browser.until(
        () -> "that one can " + goal + "; " + text(".ask"),
        () -> "false".equals(element(button).getAttribute("aria-disabled")));
    element(button).sendKeys(Keys.ENTER);
  }

  public void waitForVerdict(String words) {
    browser.until(
        () -> "\"" + words + "\", it is \"" + text(".verdict .words") + "\"",
        () -> text(".verdict .words").startsWith(words));
  }

  /** The state and the title of the verdict: {@code proved PROVED, line by line}. */
  public String verdict() {
    return element(".verdict").getAttribute("data-state") + " " + text(".verdict .lab-verdict");
  }

  /** What stands before the verdict's title, as CSS has it. */
  public String mark() {
    return String.valueOf(
        browser.script(
            "return getComputedStyle(document.querySelector(arguments[0]), '::before').content",
            place + ".verdict .lab-verdict"));
  }

  /** Whether all of a part can be seen without scrolling. */
  public boolean isInView(String selector) {
    return Boolean.TRUE.equals(
        browser.script(
            """
            const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
            return bottom > top && top >= 0 && bottom <= innerHeight;
            """,
            place + selector));
  }

  /** What is said of a goal: "Broken, 1 try." */
  public String met(String goal) {
    return text("[data-goal=" + goal + "] .met");
  }

  public String text(String selector) {
    return String.valueOf(
        browser.script(
            "return document.querySelector(arguments[0]).textContent.trim()", place + selector));
  }

  /** Where the content of a part begins, in pixels from the left of the page. */
  public long left(String selector) {
    return Math.round(
        ((Number)
                browser.script(
                    """
                    const part = document.querySelector(arguments[0]);
                    const { paddingLeft } = getComputedStyle(part);
                    return part.getBoundingClientRect().left + parseFloat(paddingLeft);
                    """,
                    place + selector))
            .doubleValue());
  }

  public WebElement element(String selector) {
    return browser.element(place + selector);
  }
}
