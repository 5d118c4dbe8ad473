package interleave.run.sandbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server that a control group belongs to, by the group's name.
 *
 * @param pid its process
 * @param started when that started, in milliseconds since 1970, as process numbers come again
 */
record Owner(long pid, long started) {
  /** Matches the names of all groups that any server made. */
  static final String GLOB = "interleave-*-*-*";

  private static final Pattern NAME = Pattern.compile("interleave-(\\d{1,18})-(\\d{1,18})-\\d+");

  static Owner ourselves() {
    return of(ProcessHandle.current());
  }

  /** Whose group this is; empty when no server gave it its name. */
  static Optional<Owner> of(Path group) {
    var match = NAME.matcher(group.getFileName().toString());
    return match.matches()
        ? Optional.of(new Owner(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
        : Optional.empty();
  }

  /** The name of its nth group. */
  String name(long n) {
    return "interleave-" + pid + "-" + started + "-" + n;
  }

  boolean lives() {
    return ProcessHandle.of(pid).map(Owner::of).filter(this::equals).isPresent();
  }

  private static Owner of(ProcessHandle process) {
    return new Owner(
        process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }
}
