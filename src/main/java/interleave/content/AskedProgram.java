package interleave.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of which a quiz asks what can come of it. The lab's engine finds that out beforehand,
 * and what it found is kept beside the program.
 *
 * @param id {@code chapter/lesson/name}, as for a demo
 * @param file its file, seen from the content folder
 * @param code the program as shown: the file without its header
 * @param runtimes the interpreters it is about, such as {@code 3.11}; empty when any will do
 * @param byInstruction whether a step is an instruction of the interpreter, or else a line
 */
public record AskedProgram(
    String id, Path file, String code, List<String> runtimes, boolean byInstruction) {
  /** What a question of this kind has as its {@code type}. */
  static final String TYPE = "Outcomes";

  static final String QUIZ = ".quiz.toml";

  public AskedProgram {
    runtimes = List.copyOf(runtimes);
  }

  /**
   * All of them, each once. Nothing of the course is checked but what stands in their questions: it
   * cannot be read as a whole before their outcomes are known.
   *
   * @throws ContentProblem for the first thing that is wrong
   */
  public static List<AskedProgram> all(Path contentFolder) {
    var folder = new ContentFolder(contentFolder);
    var all = new ArrayList<AskedProgram>();
    for (Path file : folder.unread()) {
      if (file.toString().endsWith(QUIZ)) {
        for (TomlTable question : TomlTable.of(folder.read(file)).tables("questions")) {
          if (question.text("type").equals(TYPE)) {
            add(all, of(folder, file, question), question);
          }
        }
      }
    }
    return all;
  }

  private static void add(List<AskedProgram> all, AskedProgram asked, TomlTable question) {
    for (AskedProgram known : all) {
      if (known.file.equals(asked.file)) {
        if (known.byInstruction != asked.byInstruction) {
          throw question.problem("granularity", "another question steps this program otherwise");
        }
        return;
      }
    }
    all.add(asked);
  }

  /** The program that a question names, which must be there. */
  static AskedProgram of(ContentFolder folder, Path quiz, TomlTable question) {
    String program = question.text("program");
    Path file = quiz.resolveSibling(program).normalize();
    if (!program.endsWith(".py") || !folder.has(file)) {
      throw question.problem("program", "there is no program " + program + ", seen from here");
    }
    DemoHeader header = DemoHeader.of(folder.read(file));
    return new AskedProgram(
        slug(quiz.getName(0).toString())
            + "/"
            + slug(quiz.getFileName().toString().replace(QUIZ, ""))
            + "/"
            + DemoFile.name(file),
        file,
        header.code(),
        DemoFile.runtimes(header.toml()),
        byInstruction(question));
  }

  private static String slug(String name) {
    return NumberedName.of(name).map(NumberedName::slug).orElse(name);
  }

  private static boolean byInstruction(TomlTable question) {
    return switch (question.textIfAny("granularity").orElse("line")) {
      case "line" -> false;
      case "bytecode" -> true;
      default -> throw question.problem("granularity", "`granularity` is to be line or bytecode");
    };
  }

  /** What its steps are called: line or bytecode. */
  public String granularity() {
    return byInstruction ? "bytecode" : "line";
  }

  /** Where its outcomes are kept, seen from the content folder. */
  public Path outcomes() {
    return file.resolveSibling(DemoFile.name(file) + ".outcomes.json");
  }

  /** The command that finds them out and keeps them. */
  String command() {
    return "src/main/scripts/record " + id;
  }
}
