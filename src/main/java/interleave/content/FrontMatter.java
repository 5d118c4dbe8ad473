package interleave.content;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What stands between the two {@code +++} lines of a lesson, and the rest.
 *
 * @param body the lesson without its front matter, which is left as empty lines so that the lines
 *     of the body keep their numbers
 */
record FrontMatter(String title, String summary, int minutes, String body) {
  private static final String FENCE = "+++";

  static FrontMatter of(Source source) {
    List<String> lines = List.of(source.text().split("\n", -1));
    if (!isFence(lines.getFirst())) {
      throw source.problem(
          1, "a lesson begins with a line +++, then title, summary and minutes, then a line +++");
    }
    int end =
        IntStream.range(1, lines.size())
            .filter(line -> isFence(lines.get(line)))
            .findFirst()
            .orElseThrow(
                () -> source.problem(1, "the front matter has no end: close it with a line +++"));
    TomlTable table = TomlTable.of(source, 2, String.join("\n", lines.subList(1, end)) + "\n");
    table.only(Set.of("title", "summary", "minutes"));
    int minutes =
        table.integer("minutes").orElseThrow(() -> table.missing("minutes", "a whole number"));
    if (minutes < 1) {
      throw table.problem("minutes", "`minutes` is to be at least 1");
    }
    return new FrontMatter(
        table.text("title"),
        table.text("summary"),
        minutes,
        "\n".repeat(end + 1) + String.join("\n", lines.subList(end + 1, lines.size())));
  }

  private static boolean isFence(String line) {
    return line.stripTrailing().equals(FENCE);
  }
}
