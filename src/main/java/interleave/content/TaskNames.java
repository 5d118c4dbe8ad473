package interleave.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each thread and process of a run is called; no two are called the same. These are the names
 * that a page gives them (static/js/tasks.js).
 */
final class TaskNames {
  private final Map<String, Named> tasks = new HashMap<>();
  private final Set<String> labels = new HashSet<>();
  private @Nullable String first;

  /** A task; its label changes when its name becomes known late. */
  static final class Named {
    private final String id;
    private @Nullable String name;
    private String label = "";
    private boolean ended;

    private Named(String id, @Nullable String name) {
      this.id = id;
      this.name = name;
    }

    String label() {
      return label;
    }
  }

  /** Whether this is {@code "pid.tid"}. */
  static boolean isId(String id) {
    return id.matches("\\d+\\.\\d+");
  }

  /** A task began, or has a name now. */
  void start(String id, @Nullable String name) {
    var known = tasks.get(id);
    if (known == null || known.ended) {
      add(id, name);
    } else if (name != null && !name.isEmpty() && !name.equals(known.name)) {
      labels.remove(known.label);
      known.name = name;
      known.label = free(call(known), id);
    }
  }

  /** A task ended; its number may be used again for another. */
  void end(String id) {
    var known = tasks.get(id);
    if (known != null) {
      known.ended = true;
    }
  }

  /** The task of this number; one that was never announced is met here for the first time. */
  Named get(String id) {
    var known = tasks.get(id);
    return known == null ? add(id, null) : known;
  }

  private Named add(String id, @Nullable String name) {
    if (first == null) {
      first = pid(id);
    }
    var task = new Named(id, name);
    tasks.put(id, task);
    task.label = free(call(task), id);
    return task;
  }

  private String call(Named task) {
    String pid = pid(task.id);
    String name = task.name;
    boolean ofFirst = pid.equals(first);
    if (pid.equals(tid(task.id))) {
      if (ofFirst) {
        return "main";
      }
      return name == null || name.isEmpty() || name.equals("MainThread") ? "process " + pid : name;
    }
    String own = name == null ? "thread " + tid(task.id) : name;
    if (ofFirst) {
      return own;
    }
    var process = tasks.get(pid + "." + pid);
    return (process == null ? "process " + pid : process.label) + " · " + own;
  }

  private String free(String label, String id) {
    String free = label;
    for (int n = 1; !labels.add(free); n++) {
      free = label + " (" + tid(id) + (n == 1 ? "" : ", " + n) + ")";
    }
    return free;
  }

  private static String pid(String id) {
    return id.substring(0, id.indexOf('.'));
  }

  private static String tid(String id) {
    return id.substring(id.indexOf('.') + 1);
  }
}
