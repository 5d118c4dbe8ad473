package interleave.schedule;

import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What the data of each {@link Answer} must be like. */
final class AnswerShape {
  private static final Set<String> GRANULARITIES = Set.of("line", "bytecode");
  private static final Set<String> KINDS = Set.of("finished", "error", "deadlock", "stuck");

  private AnswerShape() {}

  static boolean isProgress(JsonNode data) {
    return isCount(data.path("schedules")) && isCount(data.path("perSecond"));
  }

  private static boolean isOutcome(JsonNode data) {
    return data.isObject()
        && KINDS.contains(data.path("kind").asString(""))
        && data.path("output").isString()
        && maybe(data, "error", JsonNode::isString)
        && maybe(data, "exit", AnswerShape::isCount)
        && maybe(data, "waiting", of(AnswerShape::isPair))
        && maybe(data, "cycle", of(JsonNode::isString))
        && maybe(data, "count", AnswerShape::isCount);
  }

  /** An outcome with an order that shows it. */
  static boolean isFound(JsonNode data) {
    return isOutcome(data) && isSchedule(data.path("schedule"));
  }

  static boolean isRefusal(JsonNode data) {
    return data.path("detail").isString()
        && maybe(data, "field", JsonNode::isString)
        && maybe(data, "line", line -> line.isNull() || isCount(line));
  }

  static boolean isEnd(JsonNode data) {
    return isProgress(data)
        && GRANULARITIES.contains(data.path("granularity").asString(""))
        && maybe(data, "preemptions", AnswerShape::isCount)
        && data.path("complete").isBoolean()
        && maybe(data, "why", JsonNode::isString)
        && isCount(data.path("threads"))
        && isCount(data.path("working"))
        && maybe(data, "reduced", JsonNode::isBoolean)
        && maybe(data, "samples", AnswerShape::isCount)
        && maybe(data, "longest", AnswerShape::isCount)
        && maybe(data, "more", AnswerShape::isCount)
        && maybe(data, "orders", JsonNode::isIntegralNumber)
        && maybe(data, "ordersCounted", JsonNode::isBoolean)
        && maybe(data, "apart", JsonNode::isBoolean)
        && maybe(data, "assumptions", of(JsonNode::isString))
        && of(AnswerShape::isFound).test(data.path("outcomes"))
        && of(AnswerShape::isRace).test(data.path("races"));
  }

  private static boolean isRace(JsonNode race) {
    return race.path("name").isString()
        && race.path("kind").isString()
        && of(AnswerShape::isAccess).test(race.path("accesses"))
        && race.path("accesses").size() == 2;
  }

  private static boolean isAccess(JsonNode access) {
    return (access.path("line").isNull() || isCount(access.path("line")))
        && access.path("writes").isBoolean();
  }

  static boolean isRecord(JsonNode data) {
    return of(AnswerShape::isStep).test(data.path("steps"))
        && maybe(data, "drew", of(AnswerShape::isDraw))
        && isSchedule(data.path("schedule"))
        && maybe(data, "end", AnswerShape::isOutcome);
  }

  private static boolean isStep(JsonNode step) {
    return step.isObject() && maybe(step, "drew", of(AnswerShape::isDraw));
  }

  /** One of a few values, told by its place among their texts. */
  private static boolean isDraw(JsonNode draw) {
    return draw.path("call").isString()
        && of(JsonNode::isString).test(draw.path("values"))
        && isCount(draw.path("value"))
        && draw.path("value").asInt() < draw.path("values").size();
  }

  private static boolean isPair(JsonNode pair) {
    return of(JsonNode::isString).test(pair) && pair.size() == 2;
  }

  private static boolean isSchedule(JsonNode text) {
    return text.isString() && Schedule.isSound(text.asString());
  }

  private static boolean isCount(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToInt() && number.asInt() >= 0;
  }

  private static Predicate<JsonNode> of(Predicate<JsonNode> item) {
    return list -> list.isArray() && list.valueStream().allMatch(item);
  }

  private static boolean maybe(JsonNode data, String name, Predicate<JsonNode> value) {
    return !data.has(name) || value.test(data.path(name));
  }
}
