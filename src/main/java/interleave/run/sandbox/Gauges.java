package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.RunEvent.Reason;
import java.util.Optional;

/** What is measured of a sandbox while its program runs. For one thread at a time. */
final class Gauges {
  private final Limits limits;
  private final Consumption consumption;
  private final Group group;
  private final Meter meter;
  private final TaskLooks taskLooks;
  private final Samples samples = new Samples();

  /** Measures nothing yet. */
  Gauges(Sandbox sandbox, Limits limits, Consumption consumption, Waits waits) {
    this.limits = limits;
    this.consumption = consumption;
    group = sandbox.group();
    meter = new Meter(sandbox.init().pid());
    taskLooks = new TaskLooks(sandbox.init().pid(), waits);
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

  /** What the tasks did since the last sample; empty when it is too early for another. */
  Optional<Samples.Sample> sample(long nanoTime) {
    return samples.at(nanoTime, taskLooks.now());
  }
}
