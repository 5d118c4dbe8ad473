package interleave.schedule;

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
  private final EngineOutput output = new EngineOutput();
  private final ArrayNode found = EngineOutput.MAPPER.createArrayNode();
  private @Nullable ObjectNode progress;
  private boolean over;

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
    for (var line : output.take(piece)) {
      if (!over) {
        switch (line.event()) {
          case "progress" -> {
            progress = line.data();
            events.add(new ExplorationEvent.Progress(line.data()));
          }
          case "outcome" -> {
            found.add(line.data());
            events.add(new ExplorationEvent.Outcome(line.data()));
          }
          case "refused" -> events.add(last(new ExplorationEvent.Refused(line.data())));
          case "end" -> events.add(last(new ExplorationEvent.End(line.data())));
          default -> {
            // Written by the program itself.
          }
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
    var end = EngineOutput.MAPPER.createObjectNode();
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
