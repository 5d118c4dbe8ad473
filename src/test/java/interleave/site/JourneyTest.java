package interleave.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.browser.Chromium;
import interleave.browser.DemoOnPage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What one learner does on a first evening, and finds again later. */
final class JourneyTest extends SiteTest {
  private static final String LESSON = "sharing/one-memory";

  @Test
  void a_learner_reads_runs_edits_answers_and_finds_it_all_again() {
    the_first_page_leads_to_the_first_lesson();
    both_threads_write_while_the_program_still_runs();
    an_edited_program_runs_and_is_there_after_a_reload();
    reset_brings_the_original_back();
    a_stopped_program_keeps_its_output();
    the_keyboard_is_never_caught_in_the_editor();
    the_quiz_is_answered_with_keys_alone_and_explains_itself();
    retrying_opens_the_wrong_one_alone();
    a_lesson_with_its_quiz_answered_counts_as_read();
    marking_a_lesson_as_read_leads_to_the_next();
    the_progress_page_knows_it_all();
    somebody_else_sees_nothing_of_it();
    site.restart();
    the_progress_page_knows_it_all();
  }

  private void the_first_page_leads_to_the_first_lesson() {
    open("/");
    browser.follow(browser.named("Start here: Threads share one memory"));

    assertEquals("/learn/" + LESSON, browser.path());
    assertEquals("Threads share one memory", browser.element("h1").getText());
  }

  private void both_threads_write_while_the_program_still_runs() {
    var demo = new DemoOnPage(browser, 1);
    demo.noteSpeakers();
    demo.press("run");
    demo.waitForState("Finished, exit code 0");
    assertTrue(demo.speakersNoted("Running").containsAll(Set.of("numbers", "letters")));
    assertEquals(17, demo.said().size());
    assertEquals("main: 16 in the list", demo.said().getLast());
    assertEquals("main", demo.speakers().getLast());
  }

  private void an_edited_program_runs_and_is_there_after_a_reload() {
    var demo = new DemoOnPage(browser, 1);
    demo.edit();
    demo.type("print('one of my own')");
    demo.runFromTheKeyboard();

    demo.waitForState("Finished, exit code 0");
    assertEquals(List.of("one of my own"), demo.said());

    browser.driver().navigate().refresh();
    var again = new DemoOnPage(browser, 1);
    browser.waitFor(".cm-content");
    assertEquals("print('one of my own')", again.element(".cm-content").getText());
    assertTrue(again.element(".edited").isDisplayed());
  }

  private void reset_brings_the_original_back() {
    var demo = new DemoOnPage(browser, 1);
    demo.press("reset");

    var original = QuizOnPage.COURSE.demo(LESSON + "/numbers_and_letters").orElseThrow();
    assertEquals(original.code(), String.join("", demo.texts(".code .l")));
    assertTrue(demo.element(".code").isDisplayed());
    assertFalse(demo.element(".edited").isDisplayed());
  }

  private void a_stopped_program_keeps_its_output() {
    var demo = new DemoOnPage(browser, 1);
    demo.edit();
    demo.type("import time; print('so far'); time.sleep(9)");
    demo.runFromTheKeyboard();
    browser.until(demo::state, () -> demo.said().equals(List.of("so far")));
    demo.press("stop");

    demo.waitForState("Stopped by you");
    assertEquals(List.of("so far"), demo.said());
  }

  private void the_keyboard_is_never_caught_in_the_editor() {
    var demo = new DemoOnPage(browser, 1);
    browser.click(demo.element(".cm-content"));
    browser.press(Keys.TAB);
    assertFalse(demo.hasFocus(".cm-content"), "Tab stays in the editor");

    browser.pressWithShift(Keys.TAB);
    assertTrue(demo.hasFocus(".cm-content"), "Shift+Tab does not go back into the editor");
    browser.press(Keys.ESCAPE);
    assertEquals(demo.button("run"), browser.focused());
  }

  private void the_quiz_is_answered_with_keys_alone_and_explains_itself() {
    var quiz = new QuizOnPage(browser, LESSON);
    browser.element(".toc a[href='#quiz']").sendKeys(Keys.ENTER);
    quiz.answerByKeyboard(1);

    assertEquals("/learn/" + LESSON + "#quiz", browser.path());
    assertTrue(quiz.notice().startsWith("5 of 6 right."), quiz::notice);
    var choices = quiz.question(1).choices();
    var shown = quiz.shown(1);
    assertEquals(choices.size(), shown.size());
    assertTrue(shown.get(0).contains("✓ right"), shown::toString);
    assertTrue(shown.get(1).contains("✕ your answer"), shown::toString);
    for (int i = 0; i < choices.size(); i++) {
      var why = choices.get(i).why().value().replaceAll("<[^>]+>", "").strip();
      assertTrue(shown.get(i).endsWith(why), shown.get(i) + " has not the reason " + why);
    }
  }

  private void retrying_opens_the_wrong_one_alone() {
    var quiz = new QuizOnPage(browser, LESSON);
    browser.follow(browser.named("Retry the wrong one"));
    assertEquals(List.of(1), quiz.open());

    quiz.answer();

    assertEquals(List.of(), quiz.open());
    assertTrue(quiz.notice().startsWith("6 of 6 right."), quiz::notice);
  }

  private void a_lesson_with_its_quiz_answered_counts_as_read() {
    assertTrue(browser.element(".finish").getText().startsWith("You read this lesson on "));
    browser.follow(browser.element("a[rel='next']"));
    assertEquals("/learn/sharing/own-memory", browser.path());
  }

  private void marking_a_lesson_as_read_leads_to_the_next() {
    browser.follow(browser.named("Mark as read and go on"));
    assertEquals("/learn/choosing/waiting-or-calculating", browser.path());
  }

  private void the_progress_page_knows_it_all() {
    open("/progress");

    assertTrue(browser.element(".lede").getText().startsWith("You have read 2 of 7"));
    var row = browser.texts("tbody tr:first-child > *");
    assertEquals("Threads share one memory", row.get(0));
    assertTrue(row.get(1).matches("\\d+ \\w+ \\d{4}"), row::toString);
    assertEquals(List.of("5 of 6", "6 of 6", "6 of 6", "2"), row.subList(2, 6));
    assertEquals(
        List.of(
            "Read Waiting or calculating: which to choose", "Answer the quiz of Processes do not"),
        browser.texts(".steps li"));
  }

  private void somebody_else_sees_nothing_of_it() {
    try (var other = Chromium.start()) {
      other.open(site.at("/progress").toString());
      assertTrue(other.element(".lede").getText().startsWith("Nothing is noted here yet."));
      assertEquals(List.of(), other.elements("table"));
      other.open(site.at("/").toString());
      assertEquals(Set.of("not started"), new HashSet<>(other.texts(".course .state")));
    }
  }
}
