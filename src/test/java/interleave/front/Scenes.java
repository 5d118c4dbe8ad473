package interleave.front;

import static interleave.front.ScriptedSite.end;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs as a server tells of them, for tests of the lanes. Times are milliseconds. */
final class Scenes {
  private Scenes() {}

  /** Two threads that sleep and write, ann at 10 and 110, bob at 20 and 120; main waits for bob. */
  static List<String> annAndBob() {
    return List.of(
        started(2),
        process(0, "2.2", "MainThread", null),
        thread(5, "2.3", "ann", "2.2"),
        thread(6, "2.4", "bob", "2.2"),
        write(10, "2.3", "ann 1\\n", 3),
        write(20, "2.4", "bob 2\\n", 4),
        usage(
            50,
            "\"2.3\": 0.1",
            """
            "2.2": {"for": "join", "task": "2.4"}, "2.3": {"for": "sleep"}, "2.4": {"for": "zebra"}
            """),
        usage(100, "", ""),
        write(110, "2.3", "ann 3\\n", 3),
        write(120, "2.4", "bob 4\\n", 4),
        usage(150, "\"2.4\": 0.2", ""),
        usage(200, "", ""),
        over(300, "2.3"),
        over(310, "2.4"),
        over(320, "2.2"),
        end("exited", 0));
  }

  /** Workers that calculate for 400 ms, all with this share of a core. */
  static List<String> busy(int workers, boolean processes, double share, int cores) {
    var events = new ArrayList<>(List.of(started(cores), process(0, "2.2", "MainThread", null)));
    var shares = new ArrayList<String>();
    for (int i = 3; i < workers + 3; i++) {
      var id = processes ? i + "." + i : "2." + i;
      var name = "worker " + (i - 2);
      events.add(processes ? process(0, id, name, "2.2") : thread(0, id, name, "2.2"));
      shares.add("\"%s\": %s".formatted(id, share));
    }
    for (int t = 50; t <= 400; t += 50) {
      events.add(usage(t, String.join(", ", shares), ""));
    }
    events.add(end("exited", 0));
    return events;
  }

  /**
   * 64 tasks that write 10,000 lines, told over some 4 seconds, while each has a share of a core.
   */
  static List<String> crowd() {
    var events = new ArrayList<>(List.of(started(2), process(0, "2.2", "MainThread", null)));
    var shares = new ArrayList<String>();
    var waits = new ArrayList<String>();
    for (int i = 3; i < 66; i++) {
      events.add(thread(i / 10, "2." + i, "worker " + i, "2.2"));
      shares.add("\"2.%d\": 0.02".formatted(i));
      waits.add("\"2.%d\": {\"for\": \"%s\"}".formatted(i, i % 2 == 0 ? "gil" : "sleep"));
    }
    int written = 0;
    for (int t = 50; t <= 4000; t += 50) {
      for (; written < t * 10_000 / 4000; written++) {
        events.add(write(t - 40, "2." + (3 + written % 63), "line " + written + "\\n", 3));
      }
      events.add(usage(t, String.join(", ", shares), t == 50 ? String.join(", ", waits) : ""));
      events.add("pause 48");
    }
    events.add(end("exited", 0));
    return events;
  }

  static String started(int cores) {
    return "started {\"runtime\": \"3.11\", \"python\": \"3.11.2\", \"cores\": %d, \"limits\": {}}"
        .formatted(cores);
  }

  static String process(int t, String task, String name, @Nullable String parent) {
    return start(t, task, "process", name, parent);
  }

  static String thread(int t, String task, String name, String parent) {
    return start(t, task, "thread", name, parent);
  }

  static String over(int t, String task) {
    return "task {\"t\": %d, \"task\": \"%s\", \"state\": \"end\"}".formatted(1000 * t, task);
  }

  static String write(int t, String task, String text, int line) {
    return "output {\"t\": %d, \"task\": \"%s\", \"stream\": \"out\", \"text\": \"%s\", \"line\": %d}"
        .formatted(1000 * t, task, text, line);
  }

  /** Shares and waits are members of JSON objects. */
  static String usage(int t, String shares, String waits) {
    return "usage {\"t\": %d, \"cpu\": {%s}, \"waits\": {%s}}"
        .formatted(1000 * t, shares, waits.strip());
  }

  private static String start(
      int t, String task, String kind, String name, @Nullable String parent) {
    return "task {\"t\": %d, \"task\": \"%s\", \"kind\": \"%s\", \"state\": \"start\", "
            .formatted(1000 * t, task, kind)
        + "\"name\": \"%s\", \"parent\": %s}"
            .formatted(name, parent == null ? "null" : "\"" + parent + "\"");
  }
}
