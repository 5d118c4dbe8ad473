package interleave.content;

import interleave.course.Challenge;
import interleave.course.Demo;
import interleave.course.Demo.Mode;
import interleave.course.Html;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a demo: a whole Python program whose header says what the site must know of it. */
final class DemoFile {
  private DemoFile() {}

  /**
   * Reads the program in this file, which must be there.
   *
   * @param lesson the lesson that shows it
   */
  static Demo read(ContentFolder folder, Path file, LessonFile lesson, Links links) {
    Source source = folder.read(file);
    DemoHeader header = DemoHeader.of(source);
    TomlTable toml = header.toml();
    toml.only(Set.of("title", "mode", "network", "runtimes", "expect", "predict", "challenge"));
    String name = name(file);
    List<String> runtimes = runtimes(toml);
    return new Demo(
        lesson.id() + "/" + name,
        name,
        toml.text("title"),
        mode(toml),
        header.code(),
        new Html(Highlighter.lines(header.code())),
        network(toml),
        runtimes,
        Expectations.of(
            toml.table("expect"),
            other -> !other.equals(name) && folder.has(file.resolveSibling(other + ".py"))),
        Recordings.of(folder, file, header.code(), runtimes),
        toml.table("predict")
            .map(table -> PredictionReader.read(table, new ShortTexts(source, lesson, links))),
        challenge(toml, new ShortTexts(source, lesson, links)));
  }

  /** A demo's name: its file's name without the ending. */
  static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.py$", "");
  }

  private static Mode mode(TomlTable toml) {
    return switch (toml.textIfAny("mode").orElse("run")) {
      case "run" -> Mode.RUN;
      case "schedule" -> Mode.SCHEDULE;
      default -> throw toml.problem("mode", "`mode` is to be run or schedule");
    };
  }

  private static Optional<Challenge> challenge(TomlTable toml, ShortTexts texts) {
    if (toml.has("challenge") && mode(toml) != Mode.SCHEDULE) {
      throw toml.problem("challenge", "a challenge is one of the lab: set `mode` to schedule");
    }
    return toml.table("challenge").map(table -> ChallengeReader.read(table, texts));
  }

  private static boolean network(TomlTable toml) {
    return toml.textIfAny("network")
        .map(
            network -> {
              if (!network.equals("demo")) {
                throw toml.problem("network", "`network` is to be demo, or left out");
              }
              return true;
            })
        .orElse(false);
  }

  /** The interpreters that its header names. */
  static List<String> runtimes(TomlTable toml) {
    List<String> runtimes = toml.texts("runtimes");
    for (String runtime : runtimes) {
      if (!runtime.matches("\\d+\\.\\d+t?")) {
        throw toml.problem(
            "runtimes", "the runtime \"" + runtime + "\" is to look like 3.11, or 3.13t");
      }
    }
    return runtimes;
  }
}
