package interleave.run.sandbox;

import interleave.run.RunEvent.Usage;
import interleave.run.RunEvent.Wait;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes samples of what tasks were seen to do: by looks from outside at all that are alive, and by
 * what those that end say themselves, which counts as a look at them. They are told as often as
 * {@link Usage#interval} says. For the poller's thread.
 */
final class Samples {
  /** In which parts shares are told; of short tasks, whose times are exact, in finer ones. */
  private static final int PARTS = 100;

  private static final int FINE_PARTS = 10_000;

  private final int cores;

  /** How much more tasks may add by their own word. */
  private long sayableNanos;

  private Look look = new Look(0, Map.of());
  private Look lookBefore = look;

  /** What the last sample was made of; also tasks that had ended, whose word may come late. */
  private Look before = look;

  /** The latest that was seen of each task since then, also of tasks that have ended since. */
  private final Map<String, Seen> latest = new HashMap<>();

  /** How long tasks were on a core by their own word, given since the last sample. */
  private final Map<String, Long> words = new HashMap<>();

  private final WaitCount waits = new WaitCount();
  private long first;
  private long last;
  private boolean resting = true;

  /**
   * What happened since the sample before.
   *
   * @param from when that was, in microseconds since the program began; null where that sample was
   *     told and some task did something
   * @param cpu the shares of a core that tasks had, without those that are 0
   * @param ready the shares of the time that tasks could have run, alike
   * @param waits what changed of what they wait for
   */
  record Sample(
      @Nullable Long from,
      Map<String, Double> cpu,
      Map<String, Double> ready,
      Map<String, Optional<Wait>> waits) {}

  /**
   * For a run that has not begun.
   *
   * @param cores how many there are: the shares of all tasks together are no more
   * @param sayableNanos how much all tasks together may add by their own word to what was seen
   */
  Samples(int cores, long sayableNanos) {
    this.cores = cores;
    this.sayableNanos = sayableNanos;
  }

  /** The program begins with one task; what that used before is not told. */
  void begin(long nanos, String task, Seen seen) {
    first = nanos;
    last = nanos;
    look = new Look(nanos, Map.of(task, seen));
    lookBefore = look;
    before = look;
  }

  /** Takes a task's word on how long it has been on a core; this never says less than a look. */
  void said(String task, long cpuNanos) {
    long known = words.getOrDefault(task, latest(task).cpuNanos());
    long more = Math.clamp(Math.max(cpuNanos, 0) - known, 0, sayableNanos);
    sayableNanos -= more;
    words.put(task, known + more);
  }

  /**
   * Takes a look; answers with a sample, when it is time for one and that is to be told. A look
   * that began before the last sample comes late: it may show tasks that have ended since.
   */
  Optional<Sample> looked(long nanos, Look now) {
    if (now.nanos() < last) {
      return Optional.empty();
    }
    lookBefore = look;
    look = now;
    waits.add(now.tasks());
    latest.putAll(now.tasks());
    if (nanos - last < 1000 * Usage.interval((nanos - first) / 1000)) {
      return Optional.empty();
    }
    boolean rested = resting;
    var sample = sample(nanos);
    return rested && resting && sample.waits.isEmpty() ? Optional.empty() : Optional.of(sample);
  }

  /** A task ended: where it gave no word, it went on until then as between the last two looks. */
  void ended(long nanos, String task) {
    var seen = look.tasks().get(task);
    long between = look.nanos() - lookBefore.nanos();
    if (seen != null && between > 0 && !words.containsKey(task)) {
      double times = (double) (nanos - look.nanos()) / between;
      latest.put(task, goneOn(seen, lookBefore.of(task), times));
    }
  }

  /** The sample of a run's last moments, when all has ended; empty when nothing was ever seen. */
  Optional<Sample> last(long nanos) {
    boolean seen = look.nanos() > lookBefore.nanos() || !words.isEmpty();
    return seen ? Optional.of(sample(nanos)) : Optional.empty();
  }

  private static Seen goneOn(Seen now, Seen then, double times) {
    long cpu = Math.round(times * (now.cpuNanos() - then.cpuNanos()));
    long ready = Math.round(times * (now.readyNanos() - then.readyNanos()));
    return Seen.at(now.cpuNanos() + cpu, now.readyNanos() + ready);
  }

  private Sample sample(long nanos) {
    long passed = Math.max(1, nanos - last);
    var cpu = shares(Seen::cpuNanos, passed);
    var ready = shares(Seen::readyNanos, passed);
    addWords(cpu, passed);
    var from = resting ? (Long) ((last - first) / 1000) : null;
    var sample = new Sample(from, told(cpu), told(ready), waits.changes());
    var seen = new HashMap<>(latest);
    seen.replaceAll((task, now) -> atMost(now, before.of(task), passed));
    before = new Look(nanos, seen);
    last = nanos;
    latest.clear();
    words.clear();
    resting = sample.cpu.isEmpty() && sample.ready.isEmpty();
    return sample;
  }

  private Map<String, Double> shares(ToLongFunction<Seen> nanos, long passed) {
    var shares = new HashMap<String, Double>();
    latest.forEach(
        (task, seen) -> {
          long time = nanos.applyAsLong(seen) - nanos.applyAsLong(before.of(task));
          shares.put(task, Math.clamp((double) time / passed, 0, 1));
        });
    return shares;
  }

  /** No share is above 1: what was charged late, on a busy machine, is told the next time. */
  private static Seen atMost(Seen now, Seen then, long passed) {
    return new Seen(
        Math.min(now.cpuNanos(), then.cpuNanos() + passed),
        Math.min(now.readyNanos(), then.readyNanos() + passed),
        now.waitsFor());
  }

  /** Adds what tasks say beyond what was seen, as far as there were cores for it. */
  private void addWords(Map<String, Double> shares, long passed) {
    var more = new HashMap<String, Double>();
    words.forEach(
        (task, nanos) -> {
          double share = (double) (nanos - latest(task).cpuNanos()) / passed;
          more.put(task, Math.clamp(share, 0, 1 - shares.getOrDefault(task, 0.0)));
        });
    double fit = Math.clamp((cores - sum(shares)) / Math.max(sum(more), 1e-9), 0, 1);
    more.forEach((task, share) -> shares.merge(task, share * fit, Double::sum));
  }

  private Map<String, Double> told(Map<String, Double> shares) {
    var told = new HashMap<String, Double>();
    shares.forEach(
        (task, share) -> {
          double parts = words.containsKey(task) ? FINE_PARTS : PARTS;
          double rounded = Math.round(share * parts) / parts;
          if (rounded > 0) {
            told.put(task, rounded);
          }
        });
    return told;
  }

  private Seen latest(String task) {
    return latest.getOrDefault(task, before.of(task));
  }

  private static double sum(Map<String, Double> shares) {
    return shares.values().stream().mapToDouble(share -> share).sum();
  }
}
