package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.Chromium;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** The quiz is a plain form: these browsers run no script. */
final class QuizFormTest extends SiteTest {
  QuizFormTest() {
    super(Chromium::withoutJavaScript);
  }

  @Test
  void a_quiz_is_answered_and_graded_without_javascript() {
    var quiz = openQuiz("sharing/one-memory");
    assertFalse(browser.elements("noscript .hint").isEmpty(), "JavaScript is on");
    assertEquals(List.of(), browser.elements(".tools:not([hidden], [hidden] *)"));
    quiz.answer(2, 3);

    assertTrue(quiz.notice().startsWith("4 of 6 right."), quiz::notice);
    assertEquals(2, browser.elements(".opt.wrong:has(:checked)").size());
    browser.follow(browser.named("Retry the 2 wrong ones"));
    assertEquals(List.of(2, 3), quiz.open());
    quiz.answer();

    assertTrue(quiz.notice().startsWith("6 of 6 right."), quiz::notice);
    assertTrue(
        quiz.notice().contains("First 4 of 6, best 6 of 6, latest 6 of 6, in 2 attempts"),
        quiz::notice);
  }

  @Test
  void a_question_left_out_is_named_and_the_others_stay_ticked() {
    var quiz = openQuiz("sharing/own-memory");
    quiz.tick();
    browser.script(
        "document.querySelectorAll('#question\\\\:2 input').forEach(i => i.checked = 0)");
    quiz.send();

    assertEquals("Question 2", browser.element(".notice[role=alert] a").getText());
    assertEquals(quiz.size() - 1, browser.elements("fieldset:has(:checked)").size());
    browser.click(browser.named("Question 2"));
    assertTrue(browser.path().endsWith("#question:2"), browser::path);
  }

  @Test
  void answers_from_two_tabs_are_both_kept() {
    var earlier = openQuiz("choosing/waiting-or-calculating");
    earlier.tick(1);
    var first = browser.driver().getWindowHandle();
    browser.driver().switchTo().newWindow(WindowType.TAB);
    var later = openQuiz("choosing/waiting-or-calculating");
    later.answer();
    browser.driver().close();
    browser.driver().switchTo().window(first);

    earlier.send();

    assertTrue(
        earlier.notice().contains("First 4 of 4, best 4 of 4, latest 3 of 4, in 2 attempts"),
        earlier::notice);
    assertFalse(browser.path().contains("?"), browser::path);
  }

  private QuizOnPage openQuiz(String lesson) {
    open("/learn/" + lesson);
    return new QuizOnPage(browser, lesson);
  }
}
