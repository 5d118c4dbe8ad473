package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every page that a link leads to is there, has one heading of the first level, a title of its own
 * and a quiet console, fits a phone and can be read on it.
 */
final class PagesTest extends SiteTest {
  private static final Set<String> PAGES =
      Set.of(
          "/",
          "/lab",
          "/progress",
          "/learn/sharing/one-memory",
          "/learn/sharing/own-memory",
          "/learn/choosing/waiting-or-calculating",
          "/learn/orders/be-the-scheduler",
          "/learn/orders/look-then-act",
          "/learn/orders/waiting-for-each-other",
          "/learn/orders/handing-over");

  @Test
  void for_a_new_visitor_all_pages_are_in_order() {
    var crawl = Crawl.from(browser, site.at("/"), 200);

    assertEquals(List.of(), crawl.problems());
    assertEquals(PAGES, crawl.pages());
  }

  @Test
  void for_a_learner_with_results_all_pages_are_in_order() {
    for (var lesson : QuizOnPage.COURSE.lessons().skip(1).toList()) {
      open(lesson.path());
      new QuizOnPage(browser, lesson.id()).answer(1, 2);
    }
    var crawl = Crawl.from(browser, site.at("/"), 200);

    assertEquals(List.of(), crawl.problems());
    assertEquals(PAGES, crawl.pages());
  }

  @Test
  void a_page_that_is_not_there_is_in_order_and_leads_back() {
    var crawl = Crawl.from(browser, site.at("/learn/sharing/nothing"), 404);

    assertEquals(List.of(), crawl.problems());
    assertEquals(PAGES.size() + 1, crawl.pages().size());
  }
}
