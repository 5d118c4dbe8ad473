package interleave.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Html;
import interleave.course.Question.Choice;
import interleave.course.Question.MultipleChoice;
import interleave.course.Quiz;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GraderTest {
  private static final Html NONE = new Html("");

  /** One question with the right option a, one with the right options a and b. */
  private static final Quiz QUIZ =
      new Quiz("sharing/one-memory", List.of(question("one", 1), question("two", 2)));

  @Test
  void the_right_option_alone_is_right() {
    Result result = Grader.grade(QUIZ, Map.of("one", Set.of("a"), "two", Set.of("a", "b")));
    assertEquals(2, result.correct());
    assertEquals(2, result.total());
    assertEquals(
        List.of("one", "two"), result.questions().stream().map(g -> g.question().id()).toList());
  }

  @Test
  void several_right_options_are_right_only_when_all_of_them_and_no_other_are_chosen() {
    assertTrue(second("b", "a").correct());
    for (Set<String> chosen : List.of(Set.of("a"), Set.of("a", "b", "c"), Set.of("c"))) {
      assertFalse(second(chosen.toArray(String[]::new)).correct());
    }
  }

  @Test
  void two_options_where_one_is_right_are_wrong() {
    assertEquals(0, Grader.grade(QUIZ, Map.of("one", Set.of("a", "b"))).correct());
  }

  @Test
  void a_question_without_an_answer_is_wrong_and_says_that_it_has_none() {
    Graded graded = Grader.grade(QUIZ, Map.of()).questions().getFirst();
    assertFalse(graded.answered());
    assertFalse(graded.correct());
    assertTrue(second("c").answered());
  }

  @Test
  void what_the_quiz_does_not_know_is_left_out_and_told() {
    Map<String, Set<String>> answers = Map.of("one", Set.of("a", "zz"), "gone", Set.of("a"));
    Graded graded = Grader.grade(QUIZ, answers).questions().getFirst();
    assertEquals(Set.of("a"), graded.chosen());
    assertTrue(graded.correct());
    assertEquals(List.of("gone", "one/zz"), Grader.unknown(QUIZ, answers));
    assertEquals(List.of(), Grader.unknown(QUIZ, Map.of("two", Set.of("a", "c"))));
  }

  @Test
  void an_unknown_option_alone_is_no_answer() {
    assertFalse(second("zz").answered());
  }

  private static Graded second(String... chosen) {
    return Grader.grade(QUIZ, Map.of("two", Set.of(chosen))).questions().get(1);
  }

  private static MultipleChoice question(String id, int right) {
    return new MultipleChoice(
        id,
        NONE,
        right > 1,
        List.of(
            new Choice("a", NONE, true, NONE),
            new Choice("b", NONE, right > 1, NONE),
            new Choice("c", NONE, false, NONE)));
  }
}
