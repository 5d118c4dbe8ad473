package interleave.content;

import interleave.course.Html;
import interleave.course.Question.Choice;
import interleave.course.Question.MultipleChoice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Reads a question with options, in either of two forms: {@code [[questions.choices]]}, or the
 * plain one of mdbook-quiz with {@code prompt.distractors} and {@code answer.answer}.
 */
final class MultipleChoiceReader {
  private final TomlTable toml;
  private final Texts texts;

  MultipleChoiceReader(TomlTable toml, Texts texts) {
    this.toml = toml;
    this.texts = texts;
  }

  /** Renders the Markdown that stands at a key of a table. */
  interface Texts {
    Html html(TomlTable toml, String key, String markdown);
  }

  MultipleChoice read(String id) {
    toml.only(Set.of("id", "type", "prompt", "answer", "context", "choices", "several"));
    TomlTable prompt =
        toml.table("prompt").orElseThrow(() -> toml.missing("prompt.prompt", "the question"));
    prompt.only(Set.of("prompt", "distractors"));
    Html words = texts.html(prompt, "prompt", prompt.text("prompt"));
    boolean plain = toml.has("answer") || prompt.has("distractors");
    if (plain && toml.has("choices")) {
      throw toml.problem(
          "choices", "give either `choices`, or `prompt.distractors` and `answer.answer`");
    }
    List<Choice> choices = plain ? plainChoices(prompt) : choices();
    return new MultipleChoice(id, words, several(choices), choices);
  }

  private List<Choice> choices() {
    var choices = new ArrayList<Choice>();
    for (TomlTable choice : toml.tables("choices")) {
      choice.only(Set.of("text", "correct", "why"));
      boolean own = choice.has("why");
      TomlTable reasons = own ? choice : toml;
      String key = own ? "why" : "context";
      String why =
          reasons
              .textIfAny(key)
              .orElseThrow(
                  () -> choice.missing("why", "the reason why this option is right or wrong"));
      choices.add(
          new Choice(
              key(choice.text("text")),
              texts.html(choice, "text", choice.text("text")),
              choice.flag("correct"),
              texts.html(reasons, key, why)));
      distinct(choices, choice, "text");
    }
    return choices;
  }

  /** Options in an order that is always the same and does not tell which is right. */
  private List<Choice> plainChoices(TomlTable prompt) {
    TomlTable answer =
        toml.table("answer").orElseThrow(() -> toml.missing("answer.answer", "the right option"));
    answer.only(Set.of("answer"));
    Html why =
        texts.html(
            toml,
            "context",
            toml.textIfAny("context")
                .orElseThrow(
                    () -> toml.missing("context", "the reason for the options, or use `choices`")));
    var choices = new ArrayList<Choice>();
    for (String text : answers(answer)) {
      choices.add(new Choice(key(text), texts.html(answer, "answer", text), true, why));
      distinct(choices, answer, "answer");
    }
    for (String text : prompt.texts("distractors")) {
      choices.add(new Choice(key(text), texts.html(prompt, "distractors", text), false, why));
      distinct(choices, prompt, "distractors");
    }
    choices.sort(Comparator.comparing(Choice::key));
    return choices;
  }

  private static List<String> answers(TomlTable answer) {
    return answer.isList("answer") ? answer.texts("answer") : List.of(answer.text("answer"));
  }

  private boolean several(List<Choice> choices) {
    if (choices.size() < 2) {
      throw toml.problem("choices", "a question has at least two options");
    }
    long correct = choices.stream().filter(Choice::correct).count();
    if (correct == 0) {
      throw toml.problem("choices", "no option is correct: mark it with `correct = true`");
    }
    if (correct > 1 && toml.has("several") && !toml.flag("several")) {
      throw toml.problem("several", "more than one option is correct, so there are several");
    }
    return toml.flag("several") || correct > 1;
  }

  /** The option that was added last is to be another than those before it. */
  static void distinct(List<Choice> choices, TomlTable toml, String key) {
    var seen = new HashSet<String>();
    if (!choices.stream().allMatch(choice -> seen.add(choice.key()))) {
      throw toml.problem(key, "this option stands twice in the question");
    }
  }

  /** What forms and kept answers call the option with this source text. */
  static String key(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
