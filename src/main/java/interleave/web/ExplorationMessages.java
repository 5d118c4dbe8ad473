package interleave.web;

import interleave.run.Run;
import interleave.run.RunLog;
import interleave.schedule.Exploration;
import interleave.schedule.ExplorationEvent;
import interleave.schedule.Finding;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Server-sent events of an exploration, made of those of its run. Only all of them together can be
 * read, so a client that comes back is told what it has not seen of a reading from the beginning.
 */
final class ExplorationMessages implements RunStream.Messages {
  private final Exploration exploration;
  private final long seen;

  /** {@code seen} is the number of the last event that the client has, or 0. */
  ExplorationMessages(Run run, long seen) {
    exploration = new Exploration(run);
    this.seen = seen;
  }

  long seen() {
    return seen;
  }

  @Override
  public RunMessages of(List<RunLog.Entry> entries) {
    var text = new StringBuilder();
    long last = 0;
    for (var entry : entries) {
      last = entry.sequence();
      var events = exploration.take(entry.event());
      if (last > seen) {
        append(text, events, last);
      }
    }
    return new RunMessages(text.toString(), last);
  }

  /** Only the last event of an entry bears its number: then the client has all of it. */
  private static void append(StringBuilder text, List<ExplorationEvent> events, long number) {
    for (int i = 0; i < events.size(); i++) {
      if (i == events.size() - 1) {
        text.append("id: ").append(number).append('\n');
      }
      var event = events.get(i);
      text.append("event: ").append(name(event));
      text.append("\ndata: ").append(Json.MAPPER.writeValueAsString(data(event)));
      text.append("\n\n");
    }
  }

  private static String name(ExplorationEvent event) {
    return switch (event) {
      case ExplorationEvent.Queued _ -> "queued";
      case ExplorationEvent.Progress _ -> "progress";
      case ExplorationEvent.Outcome _ -> "outcome";
      case ExplorationEvent.Refused _ -> "refused";
      case ExplorationEvent.End _ -> "end";
    };
  }

  private static ObjectNode data(ExplorationEvent event) {
    return switch (event) {
      case ExplorationEvent.Queued(int position) -> Json.object().put("position", position);
      case ExplorationEvent.Progress(var data) -> data;
      case ExplorationEvent.Outcome(var data) -> data;
      case ExplorationEvent.Refused(var data) -> data;
      case ExplorationEvent.End(var data) ->
          data.deepCopy().set("verdict", Finding.of(data).json());
    };
  }
}
