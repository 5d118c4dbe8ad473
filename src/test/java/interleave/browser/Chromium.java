package interleave.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium with a profile of its own. What it waits for may take 20 seconds. */
public final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

  // Less motion, so that what is clicked stands still.
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--window-size=1280,900",
          "--force-prefers-reduced-motion");

  private final ChromeDriver driver;

  private Chromium(ChromeOptions options) {
    driver = new ChromeDriver(options.addArguments(ARGUMENTS));
  }

  public static Chromium start() {
    return new Chromium(new ChromeOptions());
  }

  /** Starts one in which pages cannot run scripts; a test's own still run. */
  public static Chromium withoutJavaScript() {
    var off = Map.of("profile.managed_default_content_settings.javascript", 2);
    return new Chromium(new ChromeOptions().setExperimentalOption("prefs", off));
  }

  /** What drives it, for the few tests that need more than is here. */
  public ChromeDriver driver() {
    return driver;
  }

  public void open(String address) {
    driver.get(address);
  }

  /** Leaves the page. */
  public void leave() {
    driver.get("about:blank");
  }

  public String path() {
    return driver.getCurrentUrl().replaceFirst("^\\w+://[^/]*", "");
  }

  /** The first element, whether it can be seen or not; fails when there is none. */
  public WebElement element(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  public List<WebElement> elements(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** What can be read of each of the elements. */
  public List<String> texts(String selector) {
    return elements(selector).stream().map(WebElement::getText).toList();
  }

  /** Runs a script in the page; what gives nothing gives an empty string. */
  public Object script(String code, Object... arguments) {
    var result = driver.executeScript(code, arguments);
    return result == null ? "" : result;
  }

  /** What an expression gives once all that was asked for has been drawn. */
  public Object drawn(String expression) {
    return script(
        """
        return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
          done(%s))))
        """
            .formatted(expression));
  }

  /** Clicks in the middle of the window, as people do, and not under the header at its top. */
  public void click(WebElement element) {
    script("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  /** Sends a command of the DevTools protocol. */
  public void command(String name, Map<String, Object> parameters) {
    driver.executeCdpCommand(name, parameters);
  }

  /** Follows a link, or presses a button, that leads to another page, and waits for that. */
  public void follow(WebElement link) {
    turnPage(() -> click(link));
  }

  /** Does something that leads to another page, and waits for that. */
  public void turnPage(Runnable step) {
    script("window.before = true");
    step.run();
    until(
        () -> "the page after " + path(),
        () -> script("return !window.before && document.readyState").equals("complete"));
  }

  /** The link or button of exactly these words, the first in the page. */
  public WebElement named(String words) {
    return driver.findElement(
        By.xpath("//*[self::a or self::button][normalize-space()='" + words + "']"));
  }

  /** Presses keys one after the other, where the focus is. */
  public void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  public void pressWithControl(CharSequence key) {
    new Actions(driver).keyDown(Keys.CONTROL).sendKeys(key).keyUp(Keys.CONTROL).perform();
  }

  public void pressWithShift(CharSequence key) {
    new Actions(driver).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
  }

  public WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Waits until the first element of a selector can be seen. */
  public void waitFor(String selector) {
    until(
        () -> selector + " to be seen",
        () -> elements(selector).stream().findFirst().filter(WebElement::isDisplayed).isPresent());
  }

  /** Looks at the page as it is printed. */
  public void onPaper(Runnable look) {
    command("Emulation.setEmulatedMedia", Map.of("media", "print"));
    try {
      look.run();
    } finally {
      command("Emulation.setEmulatedMedia", Map.of("media", ""));
    }
  }

  /** Waits until something is so, or fails with what was awaited. */
  public void until(Supplier<String> what, Supplier<Boolean> holds) {
    new WebDriverWait(driver, PATIENCE, LOOK_AGAIN)
        .withMessage(() -> "waited for " + what.get())
        .until(_ -> holds.get());
  }

  /** The errors that its console has taken since this was last asked. */
  public List<LogEntry> problems() {
    return driver.manage().logs().get("browser").getAll();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
