package interleave.run.sandbox;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long each task of a sandbox has been on a processor, by way of /proc (schedstat in
 * proc(5)): of the program it needs nothing. For one thread at a time.
 */
final class TaskTimes {
  private final Descendants inside;

  /** What tasks are called, by their numbers outside; those that ended are forgotten. */
  private Map<Integer, String> names = new HashMap<>();

  /** For the sandbox whose process 1 this is. */
  TaskTimes(int init) {
    inside = new Descendants(init);
  }

  /** Nanoseconds since each task began, by its id; those that end while we look may be missing. */
  Map<String, Long> now() {
    var times = new HashMap<String, Long>();
    var named = new HashMap<Integer, String>();
    inside.now().forEach(process -> look(process, times, named));
    names = named;
    return times;
  }

  private void look(int process, Map<String, Long> times, Map<Integer, String> named) {
    for (int task : ProcFile.threads(process)) {
      var name = names.containsKey(task) ? names.get(task) : nameOf(process, task);
      var schedstat = ProcFile.read(process, "task/" + task + "/schedstat");
      int end = schedstat.indexOf(' ');
      if (name != null && end > 0) {
        named.put(task, name);
        times.put(name, Long.parseLong(schedstat.substring(0, end)));
      }
    }
  }

  private static @Nullable String nameOf(int process, int task) {
    return ProcessStatus.of(process)
        .flatMap(
            of -> ProcessStatus.of(process, task).map(own -> Tasks.id(of.inside(), own.inside())))
        .orElse(null);
  }
}
