package interleave.hostile;

import interleave.run.Limits;
import interleave.run.Network;
import interleave.run.RunEvent.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * A program that attacks, and its end as its header claims it: a comment block in the form of PEP
 * 723, {@code # /// hostile} to {@code # ///}, that holds TOML.
 *
 * @param name of its file
 * @param code the whole file
 * @param attack what it tries, in one sentence
 * @param machine the architecture whose system calls it makes by number, as Java names it, if it
 *     does
 * @param limits what it may use; {@code [limits]} changes some of {@link #SMALL}
 * @param reasons why it may end; the header says it anew under {@code "reason-polling"} where
 *     limits are only polled and the kernel's own memory cannot be counted
 * @param exit its exit code, if that is claimed
 * @param signal the signal that ends it, if that is claimed
 * @param contains what must be in its output, standard error included
 * @param lacks what must not
 * @param matches what its output must match in some place
 * @param writers the tasks that may have written, or none when that is not claimed
 * @param network what it finds beside loopback; the header says {@code network = "demo"}
 * @param beside the program of somebody else that must be undisturbed by it, if there is one
 */
record HostileProgram(
    String name,
    String code,
    String attack,
    @Nullable String machine,
    Limits limits,
    Reasons reasons,
    @Nullable Integer exit,
    @Nullable Integer signal,
    List<String> contains,
    List<String> lacks,
    List<Pattern> matches,
    Set<String> writers,
    Network network,
    @Nullable String beside) {

  /** Small enough that a program soon ends, though not by time on a busy machine. */
  static final Limits SMALL = new Limits(30_000, 2_000, 96L << 20, 24, 16 << 10, 64 << 10);

  /** What every program does first: none of them is to run anywhere but in the sandbox. */
  static final String GUARD =
      "if __file__ != \"/box/main.py\": raise SystemExit(\"runs in the sandbox only\")";

  /** What a program says that succeeded in what must not be possible. */
  static final String ESCAPED = "ESCAPED";

  private static final Path FOLDER = Path.of("src/test/resources/hostile");
  private static final Pattern HEADER =
      Pattern.compile("\\A# /// hostile\n((?:#(?: .*)?\n)*?)# ///\n(.*)\\z", Pattern.DOTALL);
  private static final Set<String> KEYS =
      Set.of(
          "attack",
          "machine",
          "reason",
          "reason-polling",
          "exit",
          "signal",
          "contains",
          "lacks",
          "matches",
          "writers",
          "network",
          "beside",
          "limits");
  private static final TomlMapper TOML = new TomlMapper();

  /** Why it may end, where limits are enforced by the kernel and where they are polled. */
  record Reasons(Set<Reason> usual, Set<Reason> polling) {
    Set<Reason> in(String tier) {
      return tier.equals("polling") ? polling : usual;
    }
  }

  /** All of them, by name. */
  static List<HostileProgram> all() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().map(HostileProgram::read).toList();
    }
  }

  /** The program of somebody who means no harm. */
  static String neighbour(String name) {
    return text(FOLDER.resolve("beside").resolve(name));
  }

  /** Whether what it does means the same on this machine. */
  boolean fitsMachine() {
    return machine == null || machine.equals(System.getProperty("os.arch"));
  }

  /** Whether no limit ends it, so that it takes but a moment. */
  boolean isShort() {
    return Set.of(Reason.EXITED, Reason.FAILED).containsAll(reasons.usual());
  }

  /** Whether it does nothing outside of the sandbox: its first statement sees to that. */
  boolean isGuarded() {
    var header = HEADER.matcher(code);
    return header.matches() && header.group(2).stripLeading().startsWith(GUARD + "\n");
  }

  private static HostileProgram read(Path file) {
    var code = text(file);
    var header = HEADER.matcher(code);
    if (!header.matches()) {
      throw new IllegalArgumentException(file + " has no header");
    }
    var claims = TOML.readTree(header.group(1).replaceAll("(?m)^# ?", ""));
    var unknown = claims.propertyNames().stream().filter(key -> !KEYS.contains(key)).toList();
    if (!unknown.isEmpty() || claims.path("attack").asString("").isBlank()) {
      throw new IllegalArgumentException(file + " claims " + unknown + ", or no attack");
    }
    var usual = reasons(claims.path("reason"));
    return new HostileProgram(
        file.getFileName().toString(),
        code,
        claims.path("attack").asString(),
        claims.has("machine") ? claims.path("machine").asString() : null,
        limits(claims.path("limits")),
        new Reasons(
            usual, claims.has("reason-polling") ? reasons(claims.path("reason-polling")) : usual),
        claims.has("exit") ? claims.path("exit").asInt() : null,
        claims.has("signal") ? claims.path("signal").asInt() : null,
        strings(claims.path("contains")),
        strings(claims.path("lacks")),
        strings(claims.path("matches")).stream()
            .map(pattern -> Pattern.compile(pattern, Pattern.MULTILINE))
            .toList(),
        Set.copyOf(strings(claims.path("writers"))),
        Network.valueOf(claims.path("network").asString("none").toUpperCase(Locale.ROOT)),
        claims.has("beside") ? claims.path("beside").asString() : null);
  }

  private static Limits limits(JsonNode changed) {
    return new Limits(
        changed.path("wall-ms").asLong(SMALL.wallMs()),
        changed.path("cpu-ms").asLong(SMALL.cpuMs()),
        changed.path("memory-mib").asLong(SMALL.memoryBytes() >> 20) << 20,
        changed.path("tasks").asInt(SMALL.tasks()),
        changed.path("output-kib").asLong(SMALL.outputBytes() >> 10) << 10,
        SMALL.codeBytes());
  }

  private static Set<Reason> reasons(JsonNode words) {
    return strings(words).stream()
        .map(word -> Reason.valueOf(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** One string, or a list of them, or none. */
  private static List<String> strings(JsonNode words) {
    return words.isArray()
        ? StreamSupport.stream(words.spliterator(), false).map(JsonNode::asString).toList()
        : words.isString() ? List.of(words.asString()) : List.of();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException thrown) {
      throw new IllegalArgumentException(file + " cannot be read", thrown);
    }
  }
}
