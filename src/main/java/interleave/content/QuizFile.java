package interleave.content;

import interleave.course.Question;
import interleave.course.Quiz;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a quiz, written in the TOML of mdbook-quiz with a reason for every option. */
final class QuizFile {
  private final ContentFolder folder;
  private final Source source;
  private final LessonFile lesson;
  private final Links links;
  private final ShortTexts texts;

  private QuizFile(ContentFolder folder, Source source, LessonFile lesson, Links links) {
    this.folder = folder;
    this.source = source;
    this.lesson = lesson;
    this.links = links;
    texts = new ShortTexts(source, lesson, links);
  }

  /**
   * Reads the quiz of a lesson, which must be there.
   *
   * @param ids where in the course each question's id was first used; grows
   */
  static Quiz read(ContentFolder folder, LessonFile lesson, Links links, Map<String, String> ids) {
    Source source = folder.read(lesson.quizFile());
    TomlTable toml = TomlTable.of(source);
    toml.only(Set.of("questions"));
    List<TomlTable> questions = toml.tables("questions");
    if (questions.isEmpty()) {
      throw toml.problem("questions", "a quiz has at least one [[questions]]");
    }
    var file = new QuizFile(folder, source, lesson, links);
    return new Quiz(
        lesson.id(), questions.stream().map(question -> file.question(question, ids)).toList());
  }

  private Question question(TomlTable toml, Map<String, String> ids) {
    String id = toml.text("id");
    if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
      throw toml.problem("id", "an id is 1 to 64 letters, digits, hyphens and underscores");
    }
    String used = ids.putIfAbsent(id, source.name() + ":" + toml.line("id"));
    if (used != null) {
      throw toml.problem("id", "the id " + id + " is used already at " + used);
    }
    return switch (toml.text("type")) {
      case "MultipleChoice" -> new MultipleChoiceReader(toml, texts).read(id);
      case AskedProgram.TYPE -> outcomes(toml).read(id);
      default ->
          throw toml.problem("type", "this type is not supported; MultipleChoice and Outcomes are");
    };
  }

  private OutcomesReader outcomes(TomlTable toml) {
    AskedProgram program = AskedProgram.of(folder, lesson.quizFile(), toml);
    // No lesson need show it, but it is a demo like any other.
    DemoFile.read(folder, program.file(), lesson, links);
    return new OutcomesReader(toml, texts, program, OutcomesFile.read(folder, program, toml));
  }
}
