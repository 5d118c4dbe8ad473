package interleave.schedule;

import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Stream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a program did when it ran by itself, as any program does and without the lab's engine.
 *
 * @param events all of the run's; none when it was given up
 */
record PlainRun(List<RunEvent> events) {
  PlainRun {
    events = List.copyOf(events);
  }

  /**
   * Waits for the end of a run.
   *
   * @throws InterruptedException when the thread is told to leave; the run is stopped then
   */
  static PlainRun of(Run run) throws InterruptedException {
    return new PlainRun(Ended.events(run).toList());
  }

  /** What is not as a goal has it, as a sentence; empty when all is. */
  Optional<String> fault(Goal goal) {
    var reason = events.isEmpty() ? Reason.LOST : end(events.getLast());
    var fault =
        switch (reason) {
          case EXITED -> faultOfResult(goal);
          case FAILED ->
              Optional.of(
                  "it ended with an error: " + OutcomeWords.excerpt(lastLine(text(Stream.ERR))));
          case STOPPED, TIME, CPU, MEMORY, TASKS, OUTPUT, LOST ->
              Optional.of("it did not come to its end: " + Exploration.why(reason));
        };
    return fault.map(
        words ->
            "No order goes wrong in the lab, but when the program ran by itself, " + words + ".");
  }

  private Optional<String> faultOfResult(Goal goal) {
    var printed = text(Stream.OUT);
    if (!goal.good().contains(printed)) {
      return Optional.of(
          printed.isEmpty()
              ? "it printed nothing"
              : "it printed something else: " + OutcomeWords.excerpt(printed));
    }
    long threads = threads();
    return threads < goal.threads()
        ? Optional.of(
            "it started " + threads + " of the " + goal.threads() + " threads that it takes")
        : Optional.empty();
  }

  private static Reason end(RunEvent event) {
    return event instanceof RunEvent.End end ? end.reason() : Reason.LOST;
  }

  private String text(Stream stream) {
    return events.stream()
        .filter(event -> event instanceof RunEvent.Output output && output.stream() == stream)
        .map(event -> ((RunEvent.Output) event).text())
        .collect(Collectors.joining());
  }

  /** A task may begin twice: the second time it gets its name. */
  private long threads() {
    return events.stream()
        .filter(
            event ->
                event instanceof RunEvent.Task task
                    && task.kind() == RunEvent.Kind.THREAD
                    && task.state() == RunEvent.State.START)
        .map(event -> ((RunEvent.Task) event).task())
        .distinct()
        .count();
  }

  private static String lastLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).reduce("", (_, last) -> last);
  }
}
