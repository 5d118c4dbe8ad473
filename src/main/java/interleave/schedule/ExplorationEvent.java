package interleave.schedule;

import tools.jackson.databind.node.ObjectNode;

/** What is told of an exploration while it goes on. */
public sealed interface ExplorationEvent {
  /** It waits for its turn; {@code position} counts from 1. */
  record Queued(int position) implements ExplorationEvent {}

  /** How far it has come: {@code schedules} tried so far, and {@code perSecond}. */
  record Progress(ObjectNode data) implements ExplorationEvent {}

  /** Something new that can come of the program, and the {@code schedule} that shows it. */
  record Outcome(ObjectNode data) implements ExplorationEvent {}

  /** The program is not one: {@code detail}, and the {@code line}; the last event. */
  record Refused(ObjectNode data) implements ExplorationEvent {}

  /** The result; the last event. */
  record End(ObjectNode data) implements ExplorationEvent {}
}
