package interleave.web;

import interleave.course.Question;
import interleave.course.Quiz;
import interleave.learner.Answers;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Answers as they arrive, as a form or as JSON, checked against the quiz. */
record QuizForm(Answers answers, Answers.Keep keep) {

  /** Reads a form: a field for each question, its values the keys of the ticked options. */
  static QuizForm ofForm(Context ctx, Quiz quiz) {
    var keep =
        switch (ctx.queryParam("keep")) {
          case "right" -> Answers.Keep.RIGHT;
          case "all" -> Answers.Keep.ALL;
          case null, default -> Answers.Keep.NOTHING;
        };
    return new QuizForm(checked(quiz, ctx.formParamMap()), keep);
  }

  /** Reads {@code {"answers": {"question-id": ["key", ...]}, "retry": false}}. */
  static QuizForm ofJson(byte[] body, Quiz quiz) {
    var object = Json.read(body);
    for (var name : object.propertyNames()) {
      if (!Set.of("answers", "retry").contains(name)) {
        throw Problem.badInput("The body has an unknown field; it may have answers and retry.");
      }
    }
    var retry = object.path("retry");
    if (!retry.isMissingNode() && !retry.isBoolean()) {
      throw Problem.badField("retry", "retry must be true or false.");
    }
    var posted = new LinkedHashMap<String, List<String>>();
    var answers = object.path("answers");
    if (!answers.isObject()) {
      throw Problem.badField(
          "answers", "answers must be an object: a list of option keys for each question id.");
    }
    answers.properties().forEach(entry -> posted.put(entry.getKey(), keys(entry.getValue())));
    return new QuizForm(
        checked(quiz, posted), retry.asBoolean(false) ? Answers.Keep.RIGHT : Answers.Keep.NOTHING);
  }

  private static List<String> keys(JsonNode node) {
    if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isString)) {
      throw Problem.badField("answers", "Each answer must be a list of option keys.");
    }
    return node.valueStream().map(JsonNode::asString).toList();
  }

  private static Answers checked(Quiz quiz, Map<String, List<String>> posted) {
    var chosen = new LinkedHashMap<String, Set<String>>();
    posted.forEach(
        (id, keys) -> {
          var question =
              quiz.question(id)
                  .orElseThrow(
                      () -> Problem.badField("answers", "The quiz has no question of this id."));
          switch (question) {
            case Question.MultipleChoice choice -> check(choice, Set.copyOf(keys));
          }
          chosen.put(id, Set.copyOf(keys));
        });
    return new Answers(chosen);
  }

  private static void check(Question.MultipleChoice question, Set<String> keys) {
    var known = question.choices().stream().map(Question.Choice::key).toList();
    if (!known.containsAll(keys)) {
      throw Problem.badField(question.id(), "The question has no option of this key.");
    }
    if (!question.several() && keys.size() > 1) {
      throw Problem.badField(question.id(), "The question takes one answer.");
    }
  }
}
