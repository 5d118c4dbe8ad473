package interleave.bench;

import interleave.hostile.HostileRequests;
import interleave.hostile.Remains;
import interleave.log.Logging;
import interleave.run.QueueRunner.Places;
import interleave.run.RealRunner;
import interleave.run.RunEvent.Reason;
import interleave.run.RunRefused;
import interleave.run.RunRequest;
import interleave.run.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Runs hostile programs in random order beside honest ones, whose results must be theirs, on one
 * runner with the server's limits. How long the honest ones take is stated beside what they take
 * alone, and beside as many programs that do nothing but use the processor. Ends with 1 when a
 * result was wrong or something is left.
 */
public final class Soak {
  private static final int CROWD = 3;
  private static final int MINUTES = 10;
  private static final long SEED = 12;
  private static final Duration BASELINE = Duration.ofMinutes(1);
  private static final String HEAD =
      "honest runs, ms                  runs    first      p95     wall      p95";
  private static final long LITTLE_BYTES = 16 << 20;

  private final List<String> faults = new ArrayList<>();
  private final Runner runner;

  private Soak(Runner runner) {
    this.runner = runner;
  }

  /** Takes for how many minutes, which is {@value #MINUTES} when nothing is said. */
  public static void main(String[] args) throws Exception {
    Logging.setUp();
    int minutes = args.length > 0 ? Integer.parseInt(args[0]) : MINUTES;
    // Classes and pools of what runs later are there before.
    warmUp();
    var before = Remains.now();
    var faults = new ArrayList<>(soak(minutes));
    faults.addAll(left(before));
    faults.forEach(fault -> say("FAULT " + fault));
    say(faults.isEmpty() ? "no fault" : faults.size() + " faults");
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private static void warmUp() throws Exception {
    try (var runner = RealRunner.create()) {
      new Soak(runner).honest(Duration.ofSeconds(5));
    }
  }

  /** In a frame of its own: what is measured afterwards holds no runner any more. */
  private static List<String> soak(int minutes) throws Exception {
    try (var runner = RealRunner.create(RealRunner.LIMITS, new Places(CROWD + 1, 100, 100))) {
      return new Soak(runner).run(Duration.ofMinutes(minutes));
    }
  }

  private List<String> run(Duration time) throws Exception {
    var runtime = runner.runtimes().getFirst().name();
    var alone = honest(BASELINE);
    Times busy;
    var spin = new RunRequest("while True: pass", runtime, "crowd", "net");
    try (var _ = new Crowd(runner, CROWD, () -> spin)) {
      busy = honest(BASELINE);
    }
    say("hostile programs in " + CROWD + " places for " + time + ", seed " + SEED);
    Times beside;
    try (var crowd = new Crowd(runner, CROWD, shuffled(runtime))) {
      beside = honest(time);
      say("hostile runs by their ends: " + crowd.ends());
      say("hostile runs that were lost: " + crowd.ends().getOrDefault(Reason.LOST, 0));
    }
    say(HEAD);
    alone.say("alone");
    busy.say("beside busy programs");
    beside.say("beside hostile programs");
    beside.sayRatio("  ratio to alone", alone);
    beside.sayRatio("  ratio to busy", busy);
    return faults;
  }

  private Supplier<RunRequest> shuffled(String runtime) throws Exception {
    var programs = List.copyOf(HostileRequests.on(runtime).values());
    var random = new Random(SEED);
    return () -> {
      synchronized (random) {
        return programs.get(random.nextInt(programs.size()));
      }
    };
  }

  /** Runs honest programs in turn, one at a time, for so long. */
  private Times honest(Duration time) throws RunRefused, InterruptedException {
    var times = new Times(new ArrayList<>(), new ArrayList<>());
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; System.nanoTime() < end; i++) {
      var result = Honest.ALL.get(i % Honest.ALL.size()).on(runner);
      times.first.add(result.firstMs());
      times.wall.add(result.wallMs());
      if (!result.fault().isEmpty()) {
        faults.add(result.fault());
      }
    }
    return times;
  }

  private record Times(List<Double> first, List<Double> wall) {
    void say(String name) {
      var one = stats(first);
      var all = stats(wall);
      Soak.say(
          "%-28s %8d %8.1f %8.1f %8.1f %8.1f"
              .formatted(name, first.size(), one.median(), one.p95(), all.median(), all.p95()));
    }

    void sayRatio(String name, Times to) {
      Soak.say(
          "%-28s %8s %8.2f %8.2f %8.2f %8.2f"
              .formatted(
                  name,
                  "",
                  stats(first).median() / stats(to.first).median(),
                  stats(first).p95() / stats(to.first).p95(),
                  stats(wall).median() / stats(to.wall).median(),
                  stats(wall).p95() / stats(to.wall).p95()));
    }

    private static Stats stats(List<Double> values) {
      return new Stats(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  private static List<String> left(Remains before) throws Exception {
    var after = Remains.now();
    say("descriptors: " + before.descriptors() + " before, " + after.descriptors() + " after");
    say(
        "heap: %d KiB before, %d KiB after"
            .formatted(before.heapBytes() >> 10, after.heapBytes() >> 10));
    var faults = new ArrayList<String>();
    if (after.descriptors() > before.descriptors()) {
      faults.add("descriptors are left");
    }
    if (after.heapBytes() > before.heapBytes() + LITTLE_BYTES) {
      faults.add("memory is left");
    }
    addIfAny(faults, "processes", difference(after.children(), before.children()));
    addIfAny(faults, "processes that got away", Remains.strays());
    addIfAny(faults, "files", Remains.litter());
    addIfAny(faults, "groups of processes", Remains.groups());
    return faults;
  }

  private static List<String> difference(List<String> after, List<String> before) {
    return after.stream().filter(each -> !before.contains(each)).toList();
  }

  private static void addIfAny(List<String> faults, String what, List<?> left) {
    if (!left.isEmpty()) {
      faults.add("left: " + what + " " + left);
    }
  }

  private static void say(String text) {
    System.out.println(text);
  }
}
