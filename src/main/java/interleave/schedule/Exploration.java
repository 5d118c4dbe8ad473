package interleave.schedule;

import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes events of an exploration of those of the run that it is: the run's log is the only record.
 * Takes all events of a run in their order. For one thread.
 */
public final class Exploration {
  private final EngineOutput output;
  private final ArrayNode found = Answer.MAPPER.createArrayNode();
  private @Nullable ObjectNode progress;
  private boolean over;

  /**
   * Reads the exploration that a run is.
   *
   * @throws IllegalArgumentException when it is none, see {@link #isOne}
   */
  public Exploration(Run run) {
    var key =
        Engine.key(run.request())
            .orElseThrow(() -> new IllegalArgumentException("this run is no exploration"));
    output = new EngineOutput(key);
  }

  /** Whether a run is one that {@link Lab} has started. */
  public static boolean isOne(Run run) {
    return Engine.key(run.request()).isPresent();
  }

  /** What the next event of the run tells of the exploration. */
  public List<ExplorationEvent> take(RunEvent event) {
    return switch (event) {
      case RunEvent.Queued(int position) -> List.of(new ExplorationEvent.Queued(position));
      case RunEvent.Output piece -> read(piece);
      case RunEvent.End end -> over ? List.of() : List.of(cutOff(end.reason()));
      case RunEvent.Started _, RunEvent.Task _, RunEvent.Usage _, RunEvent.Truncated _ -> List.of();
    };
  }

  /** The end of one whose run was given up before anybody read it. */
  ExplorationEvent givenUp() {
    return cutOff(Reason.LOST);
  }

  private List<ExplorationEvent> read(RunEvent.Output piece) {
    var events = new ArrayList<ExplorationEvent>();
    for (var answer : output.take(piece)) {
      if (!over) {
        switch (answer) {
          case Answer.Progress(var data) -> {
            progress = data;
            events.add(new ExplorationEvent.Progress(data));
          }
          case Answer.Outcome(var data) -> {
            found.add(data);
            events.add(new ExplorationEvent.Outcome(data));
          }
          case Answer.Refused(var why) -> events.add(last(new ExplorationEvent.Refused(why)));
          case Answer.End(var end) -> events.add(last(new ExplorationEvent.End(end)));
          case Answer.Recorded _ -> {}
        }
      }
    }
    return events;
  }

  private ExplorationEvent last(ExplorationEvent event) {
    over = true;
    return event;
  }

  /** A limit of runs, or somebody, ended it: then what was found so far is the result. */
  private ExplorationEvent cutOff(Reason reason) {
    over = true;
    var end = Answer.MAPPER.createObjectNode();
    end.put("schedules", progress == null ? 0 : progress.path("schedules").asInt(0));
    end.put("perSecond", progress == null ? 0 : progress.path("perSecond").asInt(0));
    end.put("complete", false);
    end.put("why", why(reason));
    end.set("outcomes", found);
    end.putArray("races");
    return new ExplorationEvent.End(end);
  }

  /** Why it could not go on, as the end of a sentence that begins with "It ended early: ". */
  static String why(Reason reason) {
    return switch (reason) {
      case EXITED, FAILED -> "the program ended the lab's own process";
      case STOPPED -> "you stopped it";
      case TIME -> "it took too long; some step of the program may never end";
      case CPU ->
          "it used all the processor time that there is; some step of the program may never end";
      case MEMORY -> "the program needs more memory than there is";
      case TASKS -> "the program starts more threads than may be alive at once";
      case OUTPUT -> "there was more to tell than may be written";
      case LOST -> "the sandbox was lost, which is our fault";
    };
  }
}
