package interleave.web;

import interleave.course.Block;
import interleave.course.Chapter;
import interleave.course.Course;
import interleave.course.Demo;
import interleave.course.Expectation;
import interleave.course.Heading;
import interleave.course.Html;
import interleave.course.Lesson;
import interleave.course.Prediction;
import interleave.course.Question;
import interleave.course.Question.Choice;
import interleave.course.Quiz;
import interleave.course.Recording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A course of two chapters and three lessons, made by hand so that tests know every word of it. */
public final class SmallCourse {
  private SmallCourse() {}

  public static Course course() {
    return course(List.of(lists(), copies()));
  }

  /** The same course, with other questions in its first quiz. */
  public static Course course(List<Question> firstQuiz) {
    return course(firstQuiz, Optional.empty());
  }

  /** The same course, whose first demo asks this before it is run. */
  static Course asking(Prediction prediction) {
    return course(List.of(lists(), copies()), Optional.of(prediction));
  }

  private static Course course(List<Question> firstQuiz, Optional<Prediction> prediction) {
    return new Course(
        "Threads & processes",
        "A course for tests.",
        "en",
        List.of(
            new Chapter(
                1,
                "sharing",
                "Sharing",
                List.of(
                    lesson("sharing", 1, "memory", "One memory", firstQuiz, prediction),
                    lesson(
                        "sharing", 2, "apart", "Set apart", List.of(apart()), Optional.empty()))),
            new Chapter(
                2,
                "choosing",
                "Choosing",
                List.of(
                    lesson(
                        "choosing",
                        1,
                        "which",
                        "Which one",
                        List.of(which()),
                        Optional.empty())))));
  }

  /** One right option of three. */
  public static Question lists() {
    return new Question.MultipleChoice(
        "lists",
        new Html("<p>Why <code>2</code>?</p>\n<pre><code>bob 2</code></pre>"),
        false,
        List.of(
            new Choice("aaaa0001", new Html("A copy."), false, new Html("why-copy")),
            new Choice("aaaa0002", new Html("The same list."), true, new Html("why-same")),
            new Choice("aaaa0003", new Html("The time."), false, new Html("why-time"))));
  }

  /** Two right options of three. */
  public static Question copies() {
    return new Question.MultipleChoice(
        "copies",
        new Html("<p>Which are shared?</p>"),
        true,
        List.of(
            new Choice("bbbb0001", new Html("Globals."), true, new Html("why-globals")),
            new Choice("bbbb0002", new Html("Lists."), true, new Html("why-lists")),
            new Choice("bbbb0003", new Html("Stacks."), false, new Html("why-stacks"))));
  }

  /** A question that is added to the first quiz later. */
  public static Question added() {
    return yesOrNo("added", "New here?");
  }

  private static Question apart() {
    return yesOrNo("apart", "Is it apart?");
  }

  private static Question which() {
    return yesOrNo("which", "Is it this one?");
  }

  private static Question yesOrNo(String id, String prompt) {
    return new Question.MultipleChoice(
        id,
        new Html("<p>" + prompt + "</p>"),
        false,
        List.of(
            new Choice(id + "-yes", new Html("Yes."), true, new Html("why-yes")),
            new Choice(id + "-no", new Html("No."), false, new Html("why-no"))));
  }

  private static Lesson lesson(
      String chapter,
      int number,
      String slug,
      String title,
      List<Question> questions,
      Optional<Prediction> prediction) {
    var id = chapter + "/" + slug;
    return new Lesson(
        chapter,
        number,
        slug,
        title,
        "Of " + title + ".",
        number,
        List.of(
            new Block.Prose(new Html("<h2 id=\"first\">First</h2><p>Some prose.</p>")),
            new Block.Demos(List.of(demo(id + "/hello", prediction)))),
        List.of(new Heading("first", "First")),
        new Quiz(id, questions));
  }

  private static Recording recording(String runtime, String python) {
    return new Recording(
        runtime,
        python,
        LocalDate.of(2026, 11, 3),
        2,
        List.of(
            new Recording.Line(400, "main", false, "hello <" + runtime + ">"),
            new Recording.Line(1_203_000, "ann", true, "oh")),
        "{\"runtime\": \"" + runtime + "\"}");
  }

  private static Demo demo(String id, Optional<Prediction> prediction) {
    return new Demo(
        id,
        "hello",
        "Hello",
        Demo.Mode.RUN,
        "print('hello')\n",
        new Html("<span class=\"l\">print('hello')\n</span>"),
        id.startsWith("choosing/"),
        List.of(),
        Expectation.none(),
        List.of(recording("3.11", "3.11.2"), recording("3.13t", "3.13.5")),
        prediction,
        Optional.empty());
  }
}
