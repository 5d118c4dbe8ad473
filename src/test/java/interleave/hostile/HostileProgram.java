package interleave.hostile;

import interleave.run.Limits;
import interleave.run.Network;
import interleave.run.RunEvent.Reason;
import interleave.run.RunRequest;
import interleave.run.linux.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A program that attacks, and its end as its header ({@code # /// hostile}) claims it.
 *
 * @param name of its file
 * @param code the whole file; what it {@code uses}, a file in {@code parts}, stands before its own
 *     first statement
 * @param attack what it tries, in one sentence
 * @param needs where it means the same
 * @param limits what it may use; {@code [limits]} changes some of {@link #SMALL}
 * @param reasons why it may end; the header says it anew under {@code "reason-polling"} where
 *     limits are only polled and the kernel's own memory cannot be counted. One that may be {@code
 *     stopped} is, once its neighbours have ended
 * @param exit its exit code, if that is claimed
 * @param signal the signal that ends it, if that is claimed
 * @param contains what must be in its output, standard error included
 * @param lacks what must not
 * @param matches what its output must match in some place
 * @param writers the tasks that may have written, or none when that is not claimed
 * @param input what it gets to read
 * @param network what it finds beside loopback; the header says {@code network = "demo"}
 * @param beside the programs of others that must be undisturbed by it
 */
record HostileProgram(
    String name,
    String code,
    String attack,
    Needs needs,
    Limits limits,
    Reasons reasons,
    @Nullable Integer exit,
    @Nullable Integer signal,
    List<String> contains,
    List<String> lacks,
    List<Pattern> matches,
    Set<String> writers,
    String input,
    Network network,
    List<Neighbour> beside) {

  /** Small enough that a program soon ends, though not by time on a busy machine. */
  static final Limits SMALL = new Limits(30_000, 2_000, 96L << 20, 24, 16 << 10, 64 << 10);

  /** What every program does first: none of them is to run anywhere but in the sandbox. */
  static final String GUARD =
      "if __file__ != \"/box/main.py\": raise SystemExit(\"runs in the sandbox only\")";

  /** What a program says that succeeded in what must not be possible. */
  static final String ESCAPED = "ESCAPED";

  private static final Path FOLDER = Path.of("src/test/resources/hostile");
  private static final Set<String> KEYS =
      Set.of(
          "attack",
          "uses",
          "machine",
          "kernel",
          "python",
          "root",
          "reason",
          "reason-polling",
          "exit",
          "signal",
          "contains",
          "lacks",
          "matches",
          "writers",
          "input",
          "network",
          "beside",
          "limits");

  /** Why it may end, where limits are enforced by the kernel and where they are polled. */
  record Reasons(Set<Reason> usual, Set<Reason> polling) {
    Set<Reason> in(String tier) {
      return tier.equals("polling") ? polling : usual;
    }
  }

  /**
   * Where a program means the same.
   *
   * @param machine the architecture whose system calls it makes by number, as Java names it, if it
   *     does
   * @param kernel the oldest version of Linux on which it ends so, as in "6.16", if that matters
   * @param pythons the runtimes that it knows from inside; none when it runs on all
   * @param root whether the server has to be root, which gives each sandbox a user of its own
   */
  record Needs(
      @Nullable String machine, @Nullable String kernel, Set<String> pythons, boolean root) {
    boolean areMet() {
      return (machine == null || machine.equals(System.getProperty("os.arch")))
          && (!root || User.isRoot())
          && (kernel == null
              || Arrays.compare(numbers(System.getProperty("os.version")), numbers(kernel)) >= 0);
    }

    /** The first two, as in 6.18.44-amd64. */
    private static int[] numbers(String version) {
      return Pattern.compile("\\d+")
          .matcher(version)
          .results()
          .limit(2)
          .mapToInt(found -> Integer.parseInt(found.group()))
          .toArray();
    }
  }

  /** All of them, by name. */
  static List<HostileProgram> all() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().map(HostileProgram::read).toList();
    }
  }

  /** Whether it means something on this runtime. */
  boolean isFor(String runtime) {
    return needs.pythons().isEmpty() || needs.pythons().contains(runtime);
  }

  /** What starts it on this runtime. */
  RunRequest request(String runtime) {
    return new RunRequest(code, runtime, "test", "net", input, network);
  }

  /** Whether it does nothing outside of the sandbox: its first statement sees to that. */
  boolean isGuarded() {
    return bodyOf(code).stripLeading().startsWith(GUARD + "\n");
  }

  private static String bodyOf(String code) {
    return code.replaceFirst("\\A(#.*\n)*", "");
  }

  private static HostileProgram read(Path file) {
    var header = Header.of(file, "hostile", KEYS);
    var attack = header.string("attack");
    if (attack == null || attack.isBlank()) {
      throw new IllegalArgumentException(file + " claims no attack");
    }
    var usual = header.reasons("reason");
    return new HostileProgram(
        file.getFileName().toString(),
        code(file, header.string("uses")),
        attack,
        new Needs(
            header.string("machine"),
            header.string("kernel"),
            Set.copyOf(header.strings("python")),
            header.claims().path("root").asBoolean(false)),
        limits(header.claims().path("limits")),
        new Reasons(usual, header.has("reason-polling") ? header.reasons("reason-polling") : usual),
        header.number("exit"),
        header.number("signal"),
        header.strings("contains"),
        header.strings("lacks"),
        header.strings("matches").stream()
            .map(pattern -> Pattern.compile(pattern, Pattern.MULTILINE))
            .toList(),
        Set.copyOf(header.strings("writers")),
        header.claims().path("input").asString(""),
        Network.valueOf(header.claims().path("network").asString("none").toUpperCase(Locale.ROOT)),
        header.strings("beside").stream()
            .map(name -> Neighbour.read(FOLDER.resolve("beside").resolve(name)))
            .toList());
  }

  private static String code(Path file, @Nullable String uses) {
    var text = Header.text(file);
    if (uses == null) {
      return text;
    }
    return text.replace(
        GUARD + "\n", GUARD + "\n" + Header.text(FOLDER.resolve("parts").resolve(uses)));
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
}
