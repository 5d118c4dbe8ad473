package interleave.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the person who runs the server may set, read once from the environment. The README lists the
 * variables with their defaults and units.
 *
 * @param host the address to listen on
 * @param port 0 to 65535; 0 takes a free one
 * @param data the folder of the database file and of the runtimes installed
 * @param databaseUrl a JDBC address
 * @param bwrap the bubblewrap program, a path or a name to be found on {@code PATH}
 * @param python the interpreter of the host runtime
 * @param proxies how many reverse proxies stand before the server, 0 to 8; each of them is believed
 *     to add the address that it was asked from to {@code X-Forwarded-For}
 * @param origin where browsers reach the site, such as {@code https://learn.example.org}; empty for
 *     wherever they ask for it
 * @param cgroup the control group to divide among runs; empty for the server's own where that is
 *     nobody else's
 * @param tier by what limits must be enforced
 * @param runs how many runs may be there at once, and what each may use
 */
public record Config(
    String host,
    int port,
    Path data,
    String databaseUrl,
    String bwrap,
    String python,
    int proxies,
    Optional<URI> origin,
    String cgroup,
    LimitTier tier,
    Runs runs) {

  /** By what limits must be enforced: by the best that there is, by control groups, or polling. */
  public enum LimitTier {
    ANY,
    CGROUP,
    POLLING
  }

  /**
   * The limits of runs, in the units of the variables.
   *
   * @param wallSeconds time from start to end
   * @param cpuSeconds processor time of all tasks together
   * @param memoryMib memory of all processes together
   * @param tasks threads and processes alive at once
   * @param outputKib output on both streams together
   * @param codeKib size of the program
   * @param atOnce runs under way in all
   * @param perLearner runs of one learner, waiting or under way
   * @param perAddress runs of one address, waiting or under way
   * @param perMinute runs that a learner may start in a minute; an address ten times as many
   * @param queue runs waiting in all
   */
  public record Runs(
      int wallSeconds,
      int cpuSeconds,
      int memoryMib,
      int tasks,
      int outputKib,
      int codeKib,
      int atOnce,
      int perLearner,
      int perAddress,
      int perMinute,
      int queue) {}

  /** One or more settings are wrong; the message has one line for each. */
  public static final class Wrong extends RuntimeException {
    private Wrong(List<String> problems) {
      super(String.join("\n", problems));
    }
  }

  /**
   * Reads the settings.
   *
   * @throws Wrong naming all settings that are wrong, and any {@code INTERLEAVE_*} that is unknown
   */
  public static Config from(Map<String, String> environment) {
    var reader = new Reader(environment);
    var data = reader.path("DATA", "var");
    var config =
        new Config(
            reader.text("HOST", "127.0.0.1"),
            reader.number("PORT", 8080, 0, 65535),
            data,
            reader.databaseUrl("DATABASE_URL", data),
            reader.text("BWRAP", "bwrap"),
            reader.text("PYTHON", "/usr/bin/python3"),
            reader.number("PROXIES", 0, 0, 8),
            reader.origin("ORIGIN"),
            reader.text("CGROUP", ""),
            reader.oneOf("TIER", LimitTier.ANY, LimitTier.values()),
            new Runs(
                reader.number("WALL_SECONDS", 10, 1, 600),
                reader.number("CPU_SECONDS", 8, 1, 600),
                reader.number("MEMORY_MIB", 256, 32, 65536),
                reader.number("TASKS", 64, 2, 4096),
                reader.number("OUTPUT_KIB", 256, 1, 16384),
                reader.number("CODE_KIB", 64, 1, 1024),
                reader.number(
                    "RUNS_AT_ONCE", java.lang.Runtime.getRuntime().availableProcessors(), 1, 1024),
                reader.number("RUNS_PER_LEARNER", 2, 1, 1024),
                reader.number("RUNS_PER_ADDRESS", 16, 1, 100_000),
                reader.number("RUNS_PER_MINUTE", 60, 1, 100_000),
                reader.number("QUEUE", 32, 0, 100_000)));
    reader.finish();
    return config;
  }

  /** Reads settings one by one and gathers what is wrong with them. */
  private static final class Reader {
    private static final String PREFIX = "INTERLEAVE_";

    private final Map<String, String> environment;
    private final Set<String> unknown = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    Reader(Map<String, String> environment) {
      this.environment = environment;
      environment.keySet().stream().filter(key -> key.startsWith(PREFIX)).forEach(unknown::add);
    }

    String text(String name, String fallback) {
      return read(name, fallback, value -> value);
    }

    Path path(String name, String fallback) {
      return read(name, Path.of(fallback), Path::of).toAbsolutePath().normalize();
    }

    int number(String name, int fallback, int least, int most) {
      return read(
          name,
          fallback,
          value -> {
            int number = Integer.parseInt(value.strip());
            if (number < least || number > most) {
              throw new IllegalArgumentException();
            }
            return number;
          },
          "a whole number from " + least + " to " + most);
    }

    <T extends Enum<T>> T oneOf(String name, T fallback, T[] all) {
      return read(
          name,
          fallback,
          value ->
              Stream.of(all)
                  .filter(one -> word(one).equals(value.strip()))
                  .findFirst()
                  .orElseThrow(IllegalArgumentException::new),
          "one of " + Stream.of(all).map(Reader::word).collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> one) {
      return one.name().toLowerCase(Locale.ROOT);
    }

    String databaseUrl(String name, Path data) {
      return read(
          name,
          "jdbc:h2:file:"
              + data.resolve("interleave")
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
          value -> {
            if (!value.startsWith("jdbc:h2:")) {
              throw new IllegalArgumentException();
            }
            return value;
          },
          "an address that begins with jdbc:h2:");
    }

    Optional<URI> origin(String name) {
      return read(
          name,
          Optional.empty(),
          value -> Optional.of(checkedOrigin(URI.create(value.strip()))),
          "an origin such as https://learn.example.org, without a path");
    }

    private static URI checkedOrigin(URI origin) {
      boolean web = "http".equals(origin.getScheme()) || "https".equals(origin.getScheme());
      if (!web || origin.getHost() == null) {
        throw new IllegalArgumentException();
      }
      var only = URI.create(origin.getScheme() + "://" + origin.getHost() + port(origin));
      if (!only.equals(origin)) {
        throw new IllegalArgumentException();
      }
      return only;
    }

    private static String port(URI origin) {
      return origin.getPort() < 0 ? "" : ":" + origin.getPort();
    }

    void finish() {
      unknown.forEach(key -> problems.add(key + " is not a setting; the README lists them all"));
      if (!problems.isEmpty()) {
        throw new Wrong(problems);
      }
    }

    private <T> T read(String name, T fallback, Function<String, T> parse) {
      return read(name, fallback, parse, "a usable value");
    }

    private <T> T read(String name, T fallback, Function<String, T> parse, String wanted) {
      unknown.remove(PREFIX + name);
      var value = environment.get(PREFIX + name);
      if (value == null || value.isBlank()) {
        return fallback;
      }
      try {
        return parse.apply(value);
      } catch (IllegalArgumentException _) {
        problems.add(PREFIX + name + " is \"" + value + "\" and must be " + wanted);
        return fallback;
      }
    }
  }
}
