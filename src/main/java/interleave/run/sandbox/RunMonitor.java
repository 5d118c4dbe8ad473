package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.Network;
import interleave.run.RunEvent.Reason;
import java.util.Optional;

/** Measures what a run uses and holds it to its limits. For one thread at a time. */
final class RunMonitor {
  private final Limits limits;
  private final int mostTasks;
  private final Consumption consumption;
  private final Group group;
  private final Meter meter;

  /**
   * Measures nothing yet. The server of a network is no task of the program; the time and the
   * memory that it takes for the program's requests are the program's.
   */
  RunMonitor(Sandbox sandbox, Tier tier, Limits limits, Network network, Consumption consumption) {
    this.limits = limits;
    mostTasks = limits.tasks() + (network == Network.DEMO ? 1 : 0);
    this.consumption = consumption;
    group = sandbox.group();
    meter = new Meter(sandbox.init().pid(), tier.counts());
  }

  /**
   * Looks at what is used now; answers with the limit that is passed, if one is.
   *
   * @throws Starved when it cannot be known
   */
  Optional<Reason> passed() {
    var usage = meter.look(limits.memoryBytes(), mostTasks);
    consumption.metered(usage);
    if (Math.max(usage.cpuMs(), consumption.groupCpuMs(group.cpuMicros())) > limits.cpuMs()) {
      return Optional.of(Reason.CPU);
    } else if (usage.memory().most() > limits.memoryBytes()) {
      return Optional.of(Reason.MEMORY);
    } else if (usage.tasks() > mostTasks) {
      return Optional.of(Reason.TASKS);
    }
    return group.passed();
  }
}
