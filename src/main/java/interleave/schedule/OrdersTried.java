package interleave.schedule;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What was tried in an exploration, in sentences.
 *
 * @param end its end, as the engine tells it
 */
record OrdersTried(JsonNode end) {
  private static final String ENOUGH =
      ": of those that differ only in steps that touch nothing in common, one is enough.";

  /** Whether each order was tried, or one that stands for it. */
  boolean isAll() {
    return isComplete() && !end.has("preemptions");
  }

  String words() {
    if (!isComplete()) {
      return "Not every order was tried"
          + why()
          + ". So far "
          + orders(schedules())
          + drawn()
          + ".";
    }
    return end.has("preemptions")
        ? all(limit()) + " More switches may bring other outcomes."
        : standing();
  }

  /** The same where all outcomes are listed below. */
  String listed() {
    if (!isComplete()) {
      return words() + " There may be outcomes that are not listed.";
    }
    int more = end.path("more").asInt(0);
    var list =
        more == 0 ? "Every outcome is listed. " : number(more) + " outcomes are not listed. ";
    return isAll() ? list + words() : words();
  }

  private boolean isComplete() {
    return end.path("complete").asBoolean(false);
  }

  private String why() {
    var why = end.path("why").asString("");
    return why.isEmpty() ? "" : ": " + why;
  }

  private String drawn() {
    int samples = end.path("samples").asInt(0);
    return samples == 0 ? "" : ", " + number(samples) + " of them drawn at random";
  }

  private String limit() {
    return switch (end.path("preemptions").asInt()) {
      case 0 -> " without a forced switch";
      case 1 -> " with at most 1 forced switch";
      default -> " with at most " + end.path("preemptions").asInt() + " forced switches";
    };
  }

  /** How many orders those stand for that were tried. */
  private String standing() {
    long orders = end.path("orders").asLong(0);
    boolean counted = end.path("ordersCounted").asBoolean(false);
    if (!end.path("reduced").asBoolean(false) || (counted && orders <= schedules())) {
      return all("");
    }
    var these = orders(schedules()) + (schedules() == 1 ? " stands" : " stand");
    if (counted) {
      return these + " for all " + number(orders) + ENOUGH;
    }
    return orders > schedules()
        ? these + " for more than " + number(orders) + ENOUGH
        : these + " for all, which were not counted" + ENOUGH;
  }

  private String all(String which) {
    return schedules() == 1
        ? "There is only one order" + which + "."
        : "All " + orders(schedules()) + which + " were tried.";
  }

  private int schedules() {
    return end.path("schedules").asInt(0);
  }

  private static String orders(int count) {
    return number(count) + (count == 1 ? " order" : " orders");
  }

  private static String number(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }
}
