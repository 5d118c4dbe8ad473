package interleave.run.sandbox;

import interleave.run.linux.Child;
import interleave.run.linux.LinuxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one sandbox that were heard of, by the numbers that the kernel attests. For the
 * poller's thread.
 */
final class Members {
  /** A process. {@code inside} is its number in the sandbox. */
  static final class Member {
    final int pid;
    int inside;
    final @Nullable String program;
    final int parent;
    final FrameParser parser = new FrameParser();
    private @Nullable Child child;
    private long token;

    private Member(int pid, int inside, @Nullable String program, int parent) {
      this.pid = pid;
      this.inside = inside;
      this.program = program;
      this.parent = parent;
    }
  }

  /** The number inside of the program's first process. */
  static final int MAIN = 2;

  /** The number inside of the web server, where the program asked for a network. */
  static final int WEB = 3;

  /** What wrote and was gone before it could be looked at. */
  private static final int UNKNOWN = 0;

  private final Poller poller;
  private final Consumer<Member> ended;
  private final Map<Integer, Member> members = new HashMap<>();

  /** Calls {@code ended} when a process has ended, before it is forgotten. */
  Members(Poller poller, Consumer<Member> ended) {
    this.poller = poller;
    this.ended = ended;
  }

  /** The process with this number outside, which has just written something. */
  Member get(int pid) {
    return members.computeIfAbsent(pid, this::meet);
  }

  /** The number inside of a process that was heard of, or the first one's. */
  int insideOf(int pid) {
    var member = members.get(pid);
    return member == null ? MAIN : member.inside;
  }

  /** Says that this is the program's first process, also when it ended before we looked. */
  void isMain(Member member) {
    member.inside = MAIN;
  }

  /** Takes a process's word for its number, if it was gone before we looked and nobody has it. */
  void claim(Member member, @Nullable String number) {
    if (member.inside != UNKNOWN || number == null || !number.matches("\\d{1,7}")) {
      return;
    }
    int claimed = Integer.parseInt(number);
    if (claimed > MAIN && all().stream().noneMatch(other -> other.inside == claimed)) {
      member.inside = claimed;
    }
  }

  List<Member> all() {
    return List.copyOf(members.values());
  }

  void close() {
    all().forEach(this::forget);
  }

  private Member meet(int pid) {
    var member =
        ProcessStatus.of(pid)
            .map(found -> new Member(pid, found.inside(), found.name(), found.parent()))
            .orElseGet(() -> new Member(pid, UNKNOWN, null, 0));
    try {
      var child = Child.of(pid);
      member.child = child;
      member.token = poller.watch(child.fd(), () -> end(member));
    } catch (LinuxException _) {
      Starved.check();
      // It is gone already, and its number may be another's soon: its end is told at once.
      poller.execute(() -> end(member));
    }
    return member;
  }

  private void end(Member member) {
    if (members.containsValue(member)) {
      ended.accept(member);
      forget(member);
    }
  }

  private void forget(Member member) {
    members.remove(member.pid, member);
    try (var child = member.child) {
      if (child != null) {
        poller.unwatch(child.fd(), member.token);
      }
    } catch (LinuxException _) {
      // Closing ends the watch as well.
    }
  }
}
