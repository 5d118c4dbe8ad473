package interleave.web;

import interleave.run.RunLog;
import java.util.List;

/**
 * The first of some entries of a log, as server-sent messages. It holds their text and not the
 * entries, so that somebody who takes it slowly keeps nothing of the log.
 *
 * @param text the messages; empty when there are none
 * @param last the number of the last entry in it; meaningless when there is none
 */
record RunMessages(String text, long last) {
  /** A text of so many characters is long enough; it ends with the message that makes it so. */
  private static final int ENOUGH = 32 * 1024;

  static RunMessages of(List<RunLog.Entry> entries) {
    var text = new StringBuilder();
    long last = 0;
    for (var entry : entries) {
      append(text, entry);
      last = entry.sequence();
      if (text.length() >= ENOUGH) {
        break;
      }
    }
    return new RunMessages(text.toString(), last);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  private static void append(StringBuilder text, RunLog.Entry entry) {
    text.append("id: ").append(entry.sequence());
    text.append("\nevent: ").append(RunEventJson.name(entry.event()));
    text.append("\ndata: ").append(Json.MAPPER.writeValueAsString(RunEventJson.of(entry.event())));
    text.append("\n\n");
  }
}
