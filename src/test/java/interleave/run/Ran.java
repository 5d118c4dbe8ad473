package interleave.run;

import interleave.run.RunEvent.End;
import interleave.run.RunEvent.Output;
import interleave.run.RunEvent.Stream;
import interleave.run.RunEvent.Task;
import interleave.run.RunEvent.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A run that ended, for tests to look at. */
public record Ran(List<RunEvent> events) {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Waits for the run's end. */
  public static Ran ended(Run run) throws InterruptedException {
    return ended(run, PATIENCE);
  }

  /** Waits for the run's end, for so long at most. */
  public static Ran ended(Run run, Duration patience) throws InterruptedException {
    await(run, RunEvent.End.class::isInstance, patience);
    return new Ran(run.log().entries().stream().map(RunLog.Entry::event).toList());
  }

  /** Waits until an event of the run is as wanted, and answers it. */
  public static RunEvent await(Run run, Predicate<RunEvent> wanted) throws InterruptedException {
    return await(run, wanted, PATIENCE);
  }

  private static RunEvent await(Run run, Predicate<RunEvent> wanted, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    long seen = 0;
    while (System.nanoTime() < deadline) {
      for (var entry : run.log().await(seen, patience)) {
        seen = entry.sequence();
        if (wanted.test(entry.event())) {
          return entry.event();
        }
      }
      if (run.log().ended() && run.log().after(seen).isEmpty()) {
        break;
      }
    }
    throw new AssertionError("never came; came: " + run.log().entries());
  }

  public End end() {
    return (End) events.getLast();
  }

  /** All text of a stream, in its order. */
  public String text(Stream stream) {
    return outputs().stream()
        .filter(output -> output.stream() == stream)
        .map(Output::text)
        .collect(Collectors.joining());
  }

  public String out() {
    return text(Stream.OUT);
  }

  public String err() {
    return text(Stream.ERR);
  }

  public List<Output> outputs() {
    return only(Output.class);
  }

  public List<Task> tasks() {
    return only(Task.class);
  }

  /** The id of the task that got this name. */
  public String taskNamed(String name) {
    return tasks().stream()
        .filter(task -> name.equals(task.name()))
        .map(Task::task)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no task " + name + " in " + events));
  }

  /** The task that wrote this text, as part of an event. */
  public String writerOf(String text) {
    return outputs().stream()
        .filter(output -> output.text().contains(text))
        .map(Output::task)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody wrote " + text + " in " + events));
  }

  /** What a task used in all by its shares of a core, in milliseconds. */
  public double cpuMillis(String task) {
    double micros = 0;
    long before = 0;
    for (var usage : only(Usage.class)) {
      long from = usage.from() == null ? before : usage.from();
      micros += (usage.t() - from) * usage.cpu().getOrDefault(task, 0.0);
      before = usage.t();
    }
    return micros / 1000;
  }

  public <T extends RunEvent> List<T> only(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The first event of a type, if there is one. */
  public <T extends RunEvent> Optional<T> first(Class<T> type) {
    return only(type).stream().findFirst();
  }
}
