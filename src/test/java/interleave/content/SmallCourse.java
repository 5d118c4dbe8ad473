package interleave.content;

import static org.junit.jupiter.api.Assertions.assertThrows;

import interleave.course.Course;
import interleave.course.Lesson;
import interleave.course.Question.MultipleChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course of two chapters that is right in every way, to be written and then spoilt. */
final class SmallCourse {
  static final String LESSON = "1-sharing/1-one-memory.md";
  static final String QUIZ = "1-sharing/1-one-memory.quiz.toml";
  static final String DEMO = "1-sharing/demos/lost.py";

  private final Path root;

  SmallCourse(Path folder) {
    root = folder.resolve("content");
    with(
        "course.toml",
        """
        title = "Threads"
        summary = "What they share."
        language = "en"
        chapters = ["1-sharing", "2-choosing"]
        """);
    with("1-sharing/chapter.toml", "title = \"Sharing\"\n");
    with("2-choosing/chapter.toml", "title = \"Choosing\"\n");
    lesson("Text.\n\n[Lost](demos/lost.py)\n");
    with(QUIZ, quiz("first"));
    with("2-choosing/1-waiting.md", head("Waiting") + "## Which one\n\nText.\n");
    with("2-choosing/1-waiting.quiz.toml", quiz("second"));
    with(DEMO, "# /// demo\n# title = \"Lost\"\n# ///\nprint(1)\n");
  }

  SmallCourse with(String file, String text) {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  SmallCourse with(String file, byte[] bytes) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.write(root.resolve(file), bytes);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Changes a file that is there. */
  SmallCourse replace(String file, String old, String fresh) {
    try {
      return with(file, Files.readString(root.resolve(file)).replace(old, fresh));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  SmallCourse without(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Gives the first lesson this body, whose first line is line 6 of the file. */
  SmallCourse lesson(String body) {
    return with(LESSON, head("One memory") + body);
  }

  Course read() {
    return CourseReader.read(root);
  }

  /** The first lesson. */
  Lesson first() {
    return read().lesson("sharing/one-memory").orElseThrow();
  }

  /** The first lesson's first question. */
  MultipleChoice question() {
    return switch (first().quiz().questions().getFirst()) {
      case MultipleChoice choice -> choice;
    };
  }

  /** What the reader says is wrong with it. */
  String problem() {
    return String.valueOf(assertThrows(ContentProblem.class, this::read).getMessage());
  }

  static String head(String title) {
    return "+++\ntitle = \"%s\"\nsummary = \"About it.\"\nminutes = 5\n+++\n".formatted(title);
  }

  static String quiz(String id) {
    return """
        [[questions]]
        id = "%s"
        type = "MultipleChoice"
        prompt.prompt = "What is it?"
        [[questions.choices]]
        text = "This"
        correct = true
        why = "It is."
        [[questions.choices]]
        text = "That"
        why = "It is not."
        """
        .formatted(id);
  }
}
