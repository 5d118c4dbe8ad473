package interleave.site;

import interleave.browser.Chromium;
import interleave.content.CourseReader;
import interleave.course.Course;
import interleave.course.Question;
import interleave.course.Quiz;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Answers the quiz of the page that a browser shows, knowing the answers from the content. */
final class QuizOnPage {
  static final Course COURSE = CourseReader.read(Path.of("content"));

  private final Chromium browser;
  private final Quiz quiz;

  /**
   * @param lesson {@code chapter/lesson}
   */
  QuizOnPage(Chromium browser, String lesson) {
    this.browser = browser;
    quiz = COURSE.lesson(lesson).orElseThrow().quiz();
  }

  int size() {
    return quiz.questions().size();
  }

  /** Answers all questions that are open, the given ones wrong, and sends the form. */
  void answer(Integer... wrong) {
    tick(wrong);
    send();
  }

  /** Ticks an answer to all questions that are open, the given ones (from 1) wrong. */
  void tick(Integer... wrong) {
    var keys = keys(Set.of(wrong));
    browser.elements(".quiz input:enabled").stream()
        .filter(input -> keys.contains(input.getDomAttribute("value")) != input.isSelected())
        .filter(input -> !isRadio(input) || keys.contains(input.getDomAttribute("value")))
        .forEach(browser::click);
  }

  void send() {
    browser.follow(browser.named("Check my answers"));
  }

  /** The same with nothing but keys, from where the focus is, which must be before the quiz. */
  void answerByKeyboard(Integer... wrong) {
    var keys = keys(Set.of(wrong));
    var send = browser.named("Check my answers");
    for (browser.press(Keys.TAB); !browser.focused().equals(send); browser.press(Keys.TAB)) {
      var stop = browser.focused();
      if (isRadio(stop)) {
        browser.press(Keys.SPACE);
        while (!keys.contains(browser.focused().getDomAttribute("value"))) {
          browser.press(Keys.ARROW_DOWN);
        }
      } else if (keys.contains(String.valueOf(stop.getDomAttribute("value")))) {
        browser.press(Keys.SPACE);
      }
    }
    browser.turnPage(() -> browser.press(Keys.ENTER));
  }

  /** The options of a question as they are shown, each with all that is said of it. */
  List<String> shown(int question) {
    return fieldset(question).findElements(By.cssSelector(".opt")).stream()
        .map(WebElement::getText)
        .toList();
  }

  /** The questions, counted from 1, that can be answered. */
  List<Integer> open() {
    return IntStream.rangeClosed(1, size())
        .filter(n -> !fieldset(n).findElements(By.cssSelector("input:enabled")).isEmpty())
        .boxed()
        .toList();
  }

  /** What the page says of the score. */
  String notice() {
    return browser.element(".notice").getText();
  }

  Question.MultipleChoice question(int number) {
    return switch (quiz.questions().get(number - 1)) {
      case Question.MultipleChoice choice -> choice;
    };
  }

  private WebElement fieldset(int question) {
    return browser.element(".quiz fieldset:nth-of-type(" + question + ")");
  }

  /** The keys of the options to tick. */
  private Set<String> keys(Set<Integer> wrong) {
    return IntStream.rangeClosed(1, size())
        .boxed()
        .flatMap(
            n -> {
              Predicate<Question.Choice> right = Question.Choice::correct;
              var choices = question(n).choices().stream();
              return wrong.contains(n)
                  ? choices.filter(right.negate()).limit(1)
                  : choices.filter(right);
            })
        .map(Question.Choice::key)
        .collect(Collectors.toSet());
  }

  private static boolean isRadio(WebElement element) {
    return "radio".equals(element.getDomAttribute("type"));
  }
}
