package interleave.browser;

import java.util.List;
import org.openqa.selenium.WebElement;

/** The schedule lab of the page that a browser shows. */
public final class LabOnPage {
  private final Chromium browser;

  public LabOnPage(Chromium browser) {
    this.browser = browser;
  }

  /** Puts the focus where the keys step threads. */
  public void enter() {
    browser.script("document.querySelector('schedule-lab .stage').focus()");
  }

  public void press(String button) {
    browser.click(element("[data-do=" + button + "]"));
  }

  /** Clicks on the button that steps a thread, whether it can go on or not. */
  public void step(int task) {
    browser.click(element("[data-task='" + task + "']"));
  }

  /** The sentence that says what happened last. */
  public String said() {
    return text(".told .said");
  }

  /** Waits until what happened last is said with these words among others. */
  public void waitForWords(String words) {
    browser.until(
        () -> "\"" + words + "\", it is \"" + said() + "\"", () -> said().contains(words));
  }

  /** Where it is, as "Step 2 of 5". */
  public String position() {
    return text(".at");
  }

  public void waitForPosition(String words) {
    browser.until(() -> words + ", it is " + position(), () -> position().equals(words));
  }

  /** What is said of each thread, main first. */
  public List<String> threads() {
    return texts(".thread .doing");
  }

  /** The value of a shared variable and who wrote it last, as "1 | T1, just now". */
  public String variable(String name) {
    return texts(".variables tbody tr").stream()
        .filter(row -> row.startsWith(name + " | "))
        .map(row -> row.substring(name.length() + 3))
        .findFirst()
        .orElse("");
  }

  /** The lines on which cursors stand, as "8 T1 T2". */
  public List<String> cursors() {
    return strings(
        """
        return [...document.querySelectorAll("schedule-lab .code .l")]
          .map((line, index) => [index + 1, line.querySelector(".cursors")])
          .filter(([, cursors]) => cursors)
          .map(([number, cursors]) =>
            [number, ...[...cursors.children].map(c => c.textContent)].join(" "));
        """);
  }

  /** The title of each outcome and how often it came. */
  public List<String> outcomes() {
    return strings(
        """
        return [...document.querySelectorAll("schedule-lab .outcome")]
          .map(o => [".what", ".share"].map(s => o.querySelector(s).textContent).join(" | "));
        """);
  }

  /** What the last step drew, of which values: "randint() drew 1 [2] 3". */
  public String draws() {
    return String.join(
        "; ",
        strings(
            """
            return [...document.querySelectorAll("schedule-lab .draw")].map(row =>
              [...row.children]
                .map(c => c.ariaPressed === "true" ? `[${c.textContent}]` : c.textContent)
                .join(" "));
            """));
  }

  /** How far the exploration is, or what it came to. */
  public String progress() {
    return text(".progress");
  }

  public String text(String selector) {
    return String.valueOf(
        browser.script(
            "return document.querySelector(arguments[0]).textContent", "schedule-lab " + selector));
  }

  public WebElement element(String selector) {
    return browser.element("schedule-lab " + selector);
  }

  private List<String> texts(String selector) {
    return strings(
        """
        return [...document.querySelectorAll(arguments[0])].map(e =>
          e.children.length > 1 && e.tagName === "TR"
            ? [...e.children].map(c => c.textContent).join(" | ")
            : e.textContent);
        """,
        "schedule-lab " + selector);
  }

  private List<String> strings(String script, Object... arguments) {
    var found = (List<?>) browser.script(script, arguments);
    return found.stream().map(String::valueOf).toList();
  }
}
