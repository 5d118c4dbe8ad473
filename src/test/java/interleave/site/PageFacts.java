package interleave.site;

import interleave.browser.Chromium;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a test wants to know of the page that a browser shows.
 *
 * @param status the HTTP status that it came with
 * @param links where its links within the site lead
 * @param ids of its elements
 * @param smallTexts texts below 11 pixels that can be seen
 * @param sideways by how many pixels it is wider than the window
 */
record PageFacts(
    long status,
    String title,
    long headings,
    List<URI> links,
    List<String> ids,
    List<String> smallTexts,
    long sideways) {
  private static final String STATUS =
      "return performance.getEntriesByType('navigation')[0].responseStatus";
  private static final String LINKS =
      """
      return [...document.querySelectorAll("a[href]")]
        .filter(a => a.origin === location.origin)
        .map(a => a.href)
      """;
  private static final String IDS = "return [...document.querySelectorAll('[id]')].map(e => e.id)";
  private static final String SMALL_TEXTS =
      """
      const small = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
        if (parseFloat(getComputedStyle(element).fontSize) < 11) small.push(texts.currentNode.data);
      }
      return small;
      """;
  private static final String SIDEWAYS =
      "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

  static PageFacts of(Chromium browser) {
    return new PageFacts(
        (Long) browser.script(STATUS),
        (String) browser.script("return document.title"),
        (Long) browser.script("return document.querySelectorAll('h1').length"),
        texts(browser, LINKS).map(URI::create).toList(),
        texts(browser, IDS).toList(),
        texts(browser, SMALL_TEXTS).toList(),
        (Long) browser.script(SIDEWAYS));
  }

  private static Stream<String> texts(Chromium browser, String script) {
    return ((List<?>) browser.script(script)).stream().map(String::valueOf);
  }
}
