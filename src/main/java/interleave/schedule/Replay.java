package interleave.schedule;

import tools.jackson.databind.node.ObjectNode;

/** What came of a request to record one execution. */
public sealed interface Replay {
  /** The record; for its form see _interleave_lab/record.py. */
  record Recorded(ObjectNode record) implements Replay {}

  /**
   * The program is not one, or the schedule is none: {@code field}, {@code detail}, {@code line}.
   */
  record Refused(ObjectNode why) implements Replay {}

  /** A limit of runs, or somebody, ended it before there was a record. */
  record CutOff(String why) implements Replay {}
}
