package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.RunEvent.Reason;
import java.util.Map;
import java.util.Optional;

/** What is measured of a sandbox while its program runs. For one thread at a time. */
final class Gauges {
  private final Limits limits;
  private final Consumption consumption;
  private final Group group;
  private final Meter meter;
  private final TaskTimes taskTimes;
  private final Shares shares = new Shares();

  /** Measures nothing yet. */
  Gauges(Sandbox sandbox, Limits limits, Consumption consumption) {
    this.limits = limits;
    this.consumption = consumption;
    group = sandbox.group();
    meter = new Meter(sandbox.init().pid());
    taskTimes = new TaskTimes(sandbox.init().pid());
  }

  /** Looks at what is used now; answers with the limit that is passed, if one is. */
  Optional<Reason> passed() {
    var usage = meter.look(limits.memoryBytes(), limits.tasks());
    consumption.metered(usage);
    if (usage.cpuMs() > limits.cpuMs()) {
      return Optional.of(Reason.CPU);
    } else if (usage.memoryBytes() > limits.memoryBytes()) {
      return Optional.of(Reason.MEMORY);
    } else if (usage.tasks() > limits.tasks()) {
      return Optional.of(Reason.TASKS);
    }
    return group.passed();
  }

  /**
   * The share of a processor that each task had since the last time; empty when nothing changed.
   */
  Optional<Map<String, Double>> shares(long nanoTime) {
    return shares.at(nanoTime, taskTimes.now());
  }
}
