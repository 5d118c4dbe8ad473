package interleave.content;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The header of a demo, a comment block in the form of PEP 723, and the program without it.
 *
 * @param toml what the header holds
 * @param code the program, without empty lines at its start, ending in exactly one {@code \n}
 */
record DemoHeader(TomlTable toml, String code) {
  private static final String START = "# /// demo";
  private static final String END = "# ///";

  static DemoHeader of(Source source) {
    List<String> lines = List.of(source.text().split("\n", -1));
    int start = start(lines);
    if (start < 0) {
      throw source.problem(
          1,
          "a demo begins with a header: a line `"
              + START
              + "`, then TOML in comments, then a"
              + " line `"
              + END
              + "`");
    }
    int end = start + 1;
    while (end < lines.size() && isInside(lines.get(end))) {
      end++;
    }
    if (end == lines.size() || !lines.get(end).stripTrailing().equals(END)) {
      throw source.problem(
          Math.min(end, lines.size() - 1) + 1,
          "the header of the demo ends here without its last line `" + END + "`");
    }
    TomlTable toml = TomlTable.of(source, start + 2, toml(lines.subList(start + 1, end)));
    String code =
        String.join("\n", lines.subList(0, start))
            + "\n"
            + String.join("\n", lines.subList(end + 1, lines.size()));
    if (code.isBlank()) {
      throw source.problem(end + 1, "no program follows the header");
    }
    return new DemoHeader(toml, code.replaceFirst("\\A(\\h*\n)+", "").stripTrailing() + "\n");
  }

  /** The first line of the header, which only comments may precede, or -1. */
  private static int start(List<String> lines) {
    return IntStream.range(0, lines.size())
        .takeWhile(line -> lines.get(line).isBlank() || lines.get(line).startsWith("#"))
        .filter(line -> lines.get(line).stripTrailing().equals(START))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isInside(String line) {
    return line.equals("#") || (line.startsWith("# ") && !line.stripTrailing().equals(END));
  }

  private static String toml(List<String> comments) {
    return String.join(
            "\n",
            comments.stream().map(line -> line.substring(Math.min(2, line.length()))).toList())
        + "\n";
  }
}
