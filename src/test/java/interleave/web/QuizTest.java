package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Question;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuizTest {
  private static final String LESSON = "/learn/sharing/memory";
  private static final String QUIZ = LESSON + "/quiz";

  private TestSite site;

  @BeforeEach
  void start() throws IOException {
    site = TestSite.start();
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @Test
  void a_page_holds_no_answer_key_before_the_answer() {
    var page = site.get(LESSON).body();
    assertTrue(page.contains("value=\"aaaa0002\""));
    assertFalse(page.contains("why-"));
    assertFalse(page.contains("right"));
    assertFalse(page.contains("checked"));
  }

  @Test
  void a_wrong_answer_keeps_every_option_on_the_page_with_its_reason() {
    var answer = answer("aaaa0001", "bbbb0001");
    assertEquals(303, answer.statusCode());
    assertEquals(LESSON + "#quiz", answer.headers().firstValue("Location").orElseThrow());

    var page = site.get(LESSON).body();
    for (var shown :
        List.of(
            "A copy. <em>✕ your answer</em>",
            "The same list. <em>✓ right</em>",
            "The time.</span><small>why-time</small>",
            "Globals. <em>✓ your answer, right</em>",
            "Lists. <em>✓ right, not ticked</em>",
            "0 of 2 right.",
            "Retry the 2 wrong ones",
            "Take it again from blank")) {
      assertTrue(page.contains(shown), shown);
    }
    assertFalse(page.contains("Check my answers"));
  }

  @Test
  void retrying_the_wrong_ones_keeps_the_right_ones() {
    answer("aaaa0002", "bbbb0001");
    var page = site.get(LESSON + "?quiz=retry").body();
    assertTrue(page.contains("The same list. <em>✓ your answer, right</em>"));
    assertTrue(page.contains("action=\"" + QUIZ + "?keep=right\""));
    assertFalse(page.contains("why-globals"), "the open question keeps its reasons back");

    var answer = site.form(QUIZ + "?keep=right", "copies", "bbbb0001", "copies", "bbbb0002");
    assertEquals(303, answer.statusCode());
    page = site.get(LESSON).body();
    assertTrue(page.contains("2 of 2 right."));
    assertTrue(page.contains("First 1 of 2, best 2 of 2, latest 2 of 2, in 2\u00a0attempts."));
    assertFalse(page.contains("Retry the"));
  }

  @Test
  void taking_it_again_from_blank_shows_nothing_of_the_earlier_answers() {
    answer("aaaa0001", "bbbb0001");
    var page = site.get(LESSON + "?quiz=again").body();
    assertFalse(page.contains("why-"));
    assertFalse(page.contains("checked"));
    assertTrue(page.contains("action=\"" + QUIZ + "\""));
    answer("aaaa0002", "bbbb0003");
    assertTrue(site.get(LESSON).body().contains("First 0 of 2, best 1 of 2, latest 1 of 2"));
  }

  @Test
  void an_answer_that_is_missing_is_named_and_the_others_stay_ticked() {
    var page = site.form(QUIZ, "lists", "aaaa0003");
    assertEquals(422, page.statusCode());
    assertTrue(page.body().contains("role=\"alert\""));
    assertTrue(page.body().contains("<a href=\"#question:2\">Question 2</a>"));
    assertFalse(page.body().contains("<a href=\"#question:1\">"));
    assertTrue(Pattern.compile("value=\"aaaa0003\" checked").matcher(page.body()).find());
    assertTrue(site.cookie().isEmpty(), "nothing is kept");
  }

  @Test
  void an_unknown_question_or_option_is_refused() {
    assertEquals(400, site.form(QUIZ, "lists", "aaaa0002", "nosuch", "x").statusCode());
    assertEquals(400, answer("bbbb0001", "bbbb0001").statusCode());
    assertEquals(400, site.form(QUIZ, "lists", "aaaa0001", "lists", "aaaa0002").statusCode());
    assertTrue(site.cookie().isEmpty(), "nothing is kept");
  }

  @Test
  void json_is_graded_option_by_option() {
    var result =
        site.json(QUIZ, "{\"answers\": {\"lists\": [\"aaaa0002\"], \"copies\": [\"bbbb0001\"]}}");
    assertEquals(200, result.statusCode());
    var json = Json.MAPPER.readTree(result.body());
    assertEquals(1, json.get("correct").asInt());
    assertEquals(2, json.get("total").asInt());
    var option = json.at("/questions/1/options/1");
    assertEquals("bbbb0002", option.get("key").asString());
    assertFalse(option.get("chosen").asBoolean());
    assertTrue(option.get("correct").asBoolean());
    assertEquals("why-lists", option.get("why").asString());
  }

  @Test
  void json_can_retry_the_wrong_ones() {
    answer("aaaa0002", "bbbb0001");
    var result =
        site.json(
            QUIZ, "{\"answers\": {\"copies\": [\"bbbb0001\", \"bbbb0002\"]}, \"retry\": true}");
    assertEquals(2, Json.MAPPER.readTree(result.body()).get("correct").asInt());
  }

  @Test
  void json_with_an_answer_missing_is_refused_by_name() {
    var result = site.json(QUIZ, "{\"answers\": {\"lists\": [\"aaaa0002\"]}}");
    assertEquals(400, result.statusCode());
    assertEquals(
        "An answer is missing: copies.",
        Json.MAPPER.readTree(result.body()).get("detail").asString());
  }

  @Test
  void malformed_json_is_refused() {
    for (var body :
        List.of(
            "",
            "{",
            "[]",
            "{\"answers\": 1}",
            "{\"answers\": {\"lists\": \"aaaa0002\"}}",
            "{\"answers\": {\"lists\": [1]}}",
            "{\"answers\": {}, \"retry\": \"yes\"}",
            "{\"answers\": {}, \"more\": 1}")) {
      assertEquals(400, site.json(QUIZ, body).statusCode(), body);
    }
  }

  @Test
  void other_types_of_content_are_refused() {
    assertEquals(415, site.post(QUIZ, "text/plain", "lists=aaaa0002").statusCode());
    assertEquals(415, site.post(QUIZ, "multipart/form-data; boundary=x", "x").statusCode());
  }

  @Test
  void a_question_that_is_new_since_the_answer_is_open_and_the_others_stay() {
    answer("aaaa0001", "bbbb0003");
    site.restart(
        SmallCourse.course(
            List.of(SmallCourse.lists(), SmallCourse.copies(), SmallCourse.added())));
    var page = site.get(LESSON).body();
    assertTrue(page.contains("A copy. <em>✕ your answer</em>"));
    assertFalse(page.contains("why-yes"));

    assertEquals(303, site.form(QUIZ + "?keep=all", "added", "added-yes").statusCode());
    page = site.get(LESSON).body();
    assertTrue(page.contains("1 of 3 right."));
    assertTrue(page.contains("First 0 of 2, best 1 of 3, latest 1 of 3"));
  }

  @Test
  void a_question_that_was_removed_is_left_out_and_the_score_stays() {
    answer("aaaa0002", "bbbb0003");
    site.restart(SmallCourse.course(List.of(SmallCourse.lists())));
    var page = site.get(LESSON).body();
    assertTrue(page.contains("1 of 1 right."));
    assertTrue(site.get("/progress").body().contains(">1 of 2</td>"));
  }

  @Test
  void an_option_that_was_reworded_opens_its_question_again() {
    answer("aaaa0001", "bbbb0003");
    var lists = (Question.MultipleChoice) SmallCourse.lists();
    var shorter =
        new Question.MultipleChoice(
            lists.id(), lists.prompt(), false, lists.choices().subList(1, 3));
    site.restart(SmallCourse.course(List.of(shorter, SmallCourse.copies())));
    var page = site.get(LESSON).body();
    assertTrue(page.contains("You chose an answer that has since been reworded."));
    assertFalse(page.contains("why-same"));
    assertTrue(page.contains("why-stacks"));
  }

  private HttpResponse<String> answer(String lists, String copies) {
    return site.form(QUIZ, "lists", lists, "copies", copies);
  }
}
