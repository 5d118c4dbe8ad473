package interleave.schedule;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an exploration proves and what it does not, in the words of every page that shows one.
 *
 * @param title names it, or is empty
 * @param words why, and what was tried
 * @param assumed what was held fixed or has no model, as a sentence; or empty
 */
public record Finding(State state, String title, String words, String assumed) {
  private static final Set<String> WRONG = Set.of("deadlock", "stuck", "error");

  /** What it comes to. */
  public enum State {
    /** Every order was tried, or one that stands for it, and none goes wrong. */
    PROVED,
    /** As {@link #PROVED}, but what comes of the program depends on the order. */
    SEVERAL,
    /** As {@link #PROVED}, but the threads touch nothing in common that the lab can see. */
    APART,
    /** Some order goes wrong. */
    VIOLATION,
    /** No order that was tried goes wrong; others may. */
    PARTIAL,
    /** No order goes wrong, but the program does not do what it is to do. */
    MISSED,
    /** There is no verdict. */
    NONE
  }

  /** Of the end of an exploration that has no goal: no order is to fail, or never to end. */
  public static Finding of(JsonNode end) {
    var tried = new OrdersTried(end);
    for (var outcome : end.path("outcomes")) {
      if (WRONG.contains(outcome.path("kind").asString(""))) {
        return violation("Some order " + OutcomeWords.of(outcome) + ". " + tried.listed(), end);
      }
    }
    if (!tried.isAll()) {
      return partial(tried.listed(), end);
    }
    var words = tried.listed() + " No order ends in an error or a deadlock, or goes on for ever.";
    int outcomes = end.path("outcomes").size() + end.path("more").asInt(0);
    if (outcomes < 2) {
      return proved(words, end);
    }
    return new Finding(
        State.SEVERAL,
        String.format(Locale.ROOT, "%s: these %,d outcomes, no other", provedBy(end), outcomes),
        "What comes of it depends on " + Assumptions.deciding(end) + ". " + words,
        Assumptions.words(end));
  }

  /** Of the end of an exploration of a program that meets the goal of a challenge. */
  public static Finding fixed(JsonNode end) {
    var words = "No order goes wrong. " + new OrdersTried(end).words();
    return proved(words + " Run once without the lab, it went well too.", end);
  }

  /** Before anything was explored. */
  public static Finding nothing() {
    return none("");
  }

  static Finding violation(String words, JsonNode end) {
    return new Finding(State.VIOLATION, "VIOLATION", words, Assumptions.words(end));
  }

  static Finding partial(String words, JsonNode end) {
    return new Finding(State.PARTIAL, "NOT ALL TRIED", words, Assumptions.words(end));
  }

  static Finding missed(String words) {
    return new Finding(State.MISSED, "NOT FIXED", words, "");
  }

  /** Words alone. */
  static Finding none(String words) {
    return new Finding(State.NONE, "", words, "");
  }

  private static Finding proved(String words, JsonNode end) {
    var assumed = Assumptions.words(end);
    if (end.path("apart").asBoolean(false) && end.path("threads").asInt(0) > 1) {
      var apart = "These threads touch nothing in common that the lab can see. ";
      return new Finding(State.APART, "NOTHING IN COMMON", apart + words, assumed);
    }
    return new Finding(State.PROVED, provedBy(end), words, assumed);
  }

  private static String provedBy(JsonNode end) {
    boolean byLine = end.path("granularity").asString("").equals("line");
    return byLine ? "PROVED, line by line" : "PROVED, instruction by instruction";
  }

  /** The state's name in style sheets and in JSON. */
  public String stateName() {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /**
   * As the page's scripts read it: {@code state}, {@code title}, {@code words}, {@code assumed}.
   */
  public ObjectNode json() {
    return Answer.MAPPER
        .createObjectNode()
        .put("state", stateName())
        .put("title", title)
        .put("words", words)
        .put("assumed", assumed);
  }
}
