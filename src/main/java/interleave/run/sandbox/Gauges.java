package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.Network;
import interleave.run.RunEvent.Reason;
import java.util.Optional;
import java.util.Set;

/** What is measured of a sandbox while its program runs. For one thread at a time. */
final class Gauges {
  private final Limits limits;
  private final int mostTasks;
  private final Consumption consumption;
  private final Group group;
  private final Meter meter;
  private final TaskLooks taskLooks;

  /**
   * Measures nothing yet. The server of a network is no task of the program; the time and the
   * memory that it takes for the program's requests are the program's.
   */
  Gauges(Sandbox sandbox, Limits limits, Network network, Consumption consumption, Waits waits) {
    boolean served = network == Network.DEMO;
    this.limits = limits;
    mostTasks = limits.tasks() + (served ? 1 : 0);
    this.consumption = consumption;
    group = sandbox.group();
    meter = new Meter(sandbox.init().pid());
    taskLooks = new TaskLooks(sandbox.init().pid(), served ? Set.of(Members.WEB) : Set.of(), waits);
  }

  /** Looks at what is used now; answers with the limit that is passed, if one is. */
  Optional<Reason> passed() {
    var usage = meter.look(limits.memoryBytes(), mostTasks);
    consumption.metered(usage);
    if (usage.cpuMs() > limits.cpuMs()) {
      return Optional.of(Reason.CPU);
    } else if (usage.memoryBytes() > limits.memoryBytes()) {
      return Optional.of(Reason.MEMORY);
    } else if (usage.tasks() > mostTasks) {
      return Optional.of(Reason.TASKS);
    }
    return group.passed();
  }

  /** Looks at all tasks. */
  Look look() {
    return new Look(System.nanoTime(), taskLooks.now());
  }
}
