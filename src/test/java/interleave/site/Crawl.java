package interleave.site;

import interleave.browser.Chromium;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks through a site by its links and gathers what is wrong with its pages. */
final class Crawl {
  private final Chromium browser;
  private final URI start;
  private final int startStatus;
  private final Map<String, PageFacts> pages = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Set<URI> anchors = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  private Crawl(Chromium browser, URI start, int startStatus) {
    this.browser = browser;
    this.start = start;
    this.startStatus = startStatus;
  }

  /**
   * Walks from a page through all that it leads to.
   *
   * @param startStatus what the first page is answered with; all others must be 200
   */
  static Crawl from(Chromium browser, URI start, int startStatus) {
    var crawl = new Crawl(browser, start, startStatus);
    crawl.walk();
    crawl.checkAnchors();
    return crawl;
  }

  /** What is wrong, a line for each; at best nothing. */
  List<String> problems() {
    return problems;
  }

  /** The paths of the pages that were found. */
  Set<String> pages() {
    return pages.keySet();
  }

  private void walk() {
    var left = new ArrayDeque<>(List.of(start));
    var known = new HashSet<>(List.of(start.getPath()));
    while (!left.isEmpty()) {
      var page = left.remove();
      for (var link : visit(page)) {
        if (link.getFragment() != null) {
          anchors.add(link);
        }
        if (known.add(link.getPath())) {
          left.add(start.resolve(link.getPath()));
        }
      }
    }
  }

  private List<URI> visit(URI page) {
    browser.problems();
    browser.open(page.toString());
    int status = page.equals(start) ? startStatus : 200;
    browser.problems().stream()
        .map(String::valueOf)
        // The browser itself notes a page that was not found.
        .filter(line -> status == 200 || !line.contains("status of " + status))
        .forEach(line -> problem(page, "console: " + line));
    Look.DESKTOP.on(browser);
    var wide = PageFacts.of(browser);
    check(page, status, wide);
    Look.PHONE.on(browser);
    var narrow = PageFacts.of(browser);
    checkSizes(page, wide);
    checkSizes(page, narrow);
    pages.put(page.getPath(), wide);
    return wide.links();
  }

  private void check(URI page, int status, PageFacts facts) {
    if (facts.status() != status) {
      problem(page, "answered " + facts.status());
    }
    if (facts.headings() != 1) {
      problem(page, facts.headings() + " elements of h1");
    }
    var other = paths.putIfAbsent(facts.title(), page.getPath());
    if (other != null || facts.title().isBlank()) {
      problem(page, "has the title \"" + facts.title() + "\" of " + other);
    }
    if (new HashSet<>(facts.ids()).size() != facts.ids().size()) {
      problem(page, "uses an id twice");
    }
  }

  private void checkSizes(URI page, PageFacts facts) {
    if (facts.sideways() > 0) {
      problem(page, "is " + facts.sideways() + " px wider than the window");
    }
    facts.smallTexts().forEach(text -> problem(page, "too small to read: " + text.strip()));
  }

  private void checkAnchors() {
    for (var anchor : anchors) {
      var target = pages.get(anchor.getPath());
      if (target == null || !target.ids().contains(anchor.getFragment())) {
        problem(anchor, "leads to no element");
      }
    }
  }

  private void problem(URI page, String what) {
    problems.add(
        page.getPath()
            + (page.getFragment() == null ? "" : "#" + page.getFragment())
            + ": "
            + what);
  }
}
