package interleave.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A small program for the lab, and what its header claims of it: a comment block in the form of PEP
 * 723, {@code # /// lab} to {@code # ///}, that holds TOML.
 *
 * @param name of its file, without its ending
 * @param code the whole file
 * @param granularity at which all its orders can be tried
 * @param outcomes all that can come of it, worked out by hand from the rules of the language, in
 *     the words of {@link #words}
 */
public record LabFile(
    String name, String code, Granularity granularity, Optional<Set<String>> outcomes) {
  private static final Path FOLDER = Path.of("src/test/resources/lab");
  private static final Pattern HEADER =
      Pattern.compile("\\A# /// lab\n((?:#(?: .*)?\n)*?)# ///\n", Pattern.DOTALL);
  private static final Set<String> KEYS = Set.of("shows", "granularity", "outcomes");
  private static final TomlMapper TOML = new TomlMapper();

  /** All of them, by name. */
  static List<LabFile> all() throws IOException {
    return all(FOLDER);
  }

  /** All of another folder. */
  public static List<LabFile> all(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().map(LabFile::read).toList();
    }
  }

  static LabFile named(String name) {
    return read(FOLDER.resolve(name + ".py"));
  }

  /**
   * An outcome in one line: its kind and output, and where there are such, errors without their
   * lines, the names of those who wait, and the exit code, each after a bar.
   */
  public static String words(JsonNode outcome) {
    var words = new StringBuilder(outcome.get("kind").asString()).append(':');
    var output = outcome.get("output").asString().strip().replaceAll("\\s+", " ");
    if (!output.isEmpty()) {
      words.append(' ').append(output);
    }
    if (outcome.has("error")) {
      words
          .append(" | ")
          .append(outcome.get("error").asString().replaceAll(" \\(line \\d+\\)", ""));
    }
    if (outcome.has("waiting")) {
      var names = StreamSupport.stream(outcome.get("waiting").spliterator(), false);
      words
          .append(" | ")
          .append(names.map(pair -> pair.get(0).asString()).collect(Collectors.joining(", ")));
    }
    if (outcome.has("exit")) {
      words.append(" | exit ").append(outcome.get("exit").asInt());
    }
    return words.toString();
  }

  private static LabFile read(Path file) {
    try {
      var code = Files.readString(file);
      var header = HEADER.matcher(code);
      if (!header.find()) {
        throw new IllegalArgumentException(file + " has no header");
      }
      var claims = TOML.readTree(header.group(1).replaceAll("(?m)^# ?", ""));
      if (!KEYS.containsAll(claims.propertyNames())
          || claims.path("shows").asString("").isBlank()) {
        throw new IllegalArgumentException(file + " claims something unknown, or shows nothing");
      }
      return new LabFile(
          file.getFileName().toString().replace(".py", ""),
          code,
          Granularity.valueOf(claims.path("granularity").asString("").toUpperCase(Locale.ROOT)),
          claims.has("outcomes") ? Optional.of(strings(claims.get("outcomes"))) : Optional.empty());
    } catch (IOException thrown) {
      throw new IllegalArgumentException(file + " cannot be read", thrown);
    }
  }

  private static Set<String> strings(JsonNode words) {
    return StreamSupport.stream(words.spliterator(), false)
        .map(each -> each.asString().strip())
        .collect(Collectors.toUnmodifiableSet());
  }
}
