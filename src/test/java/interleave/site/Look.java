package interleave.site;

import interleave.browser.Chromium;
import java.util.List;
import java.util.Map;

/**
 * The window and the colours in which a page is looked at.
 *
 * @param scheme {@code light} or {@code dark}
 * @param width of the window, in CSS pixels
 */
record Look(String scheme, int width) {
  static final Look DESKTOP = new Look("light", 1280);
  static final Look PHONE = new Look("light", 390);
  static final List<Look> ALL =
      List.of(DESKTOP, new Look("dark", 1280), PHONE, new Look("dark", 390));

  /** Has the browser show its page so; what the page holds stays as it is. */
  void on(Chromium browser) {
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    var colours = List.of(Map.of("name", "prefers-color-scheme", "value", scheme));
    browser.command("Emulation.setEmulatedMedia", Map.of("features", colours));
    browser.until(
        () -> this + " on the page",
        () ->
            browser
                .script(
                    "return innerWidth === arguments[0] && matchMedia(arguments[1]).matches",
                    width,
                    "(prefers-color-scheme: " + scheme + ")")
                .equals(true));
  }
}
