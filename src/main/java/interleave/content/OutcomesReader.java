package interleave.content;

import interleave.course.Html;
import interleave.course.Question.Choice;
import interleave.course.Question.MultipleChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a question that asks what can come of a program. Which options are right nobody writes
 * down: the lab's engine has tried every order of the program's steps.
 */
final class OutcomesReader {
  /** Longer than any line of tildes in a program. */
  private static final String FENCE = "~".repeat(80);

  private final TomlTable toml;
  private final MultipleChoiceReader.Texts texts;
  private final AskedProgram program;
  private final Set<Outcome> possible;

  /**
   * @param possible all that can come of the program
   */
  OutcomesReader(
      TomlTable toml,
      MultipleChoiceReader.Texts texts,
      AskedProgram program,
      Set<Outcome> possible) {
    this.toml = toml;
    this.texts = texts;
    this.program = program;
    this.possible = possible;
  }

  /** As many options may be right as there are: that only one is must not be told. */
  MultipleChoice read(String id) {
    toml.only(Set.of("id", "type", "prompt", "program", "granularity", "choices"));
    TomlTable prompt =
        toml.table("prompt").orElseThrow(() -> toml.missing("prompt.prompt", "the question"));
    prompt.only(Set.of("prompt"));
    String shown = "\n\n" + FENCE + "python\n" + program.code() + FENCE + "\n";
    Html words = texts.html(prompt, "prompt", prompt.text("prompt") + shown);
    return new MultipleChoice(id, words, true, choices());
  }

  private List<Choice> choices() {
    var choices = new ArrayList<Choice>();
    var told = new HashSet<Outcome>();
    for (TomlTable choice : toml.tables("choices")) {
      if (choice.has("correct")) {
        throw choice.problem(
            "correct", "which outcomes can come is found out, not written down: delete this");
      }
      choice.only(Set.of("text", "kind", "why"));
      String text = choice.text("text");
      Outcome outcome = outcome(choice, text);
      if (!told.add(outcome)) {
        throw choice.problem("text", "another option stands for this outcome already");
      }
      choices.add(
          new Choice(
              MultipleChoiceReader.key(text),
              outcome.kind().isExact() ? printed(outcome.says()) : texts.html(choice, "text", text),
              possible.contains(outcome),
              texts.html(choice, "why", choice.text("why"))));
      MultipleChoiceReader.distinct(choices, choice, "text");
    }
    for (Outcome outcome : possible) {
      if (!told.contains(outcome)) {
        throw toml.problem("choices", "no option stands for what can come: " + outcome);
      }
    }
    if (possible.containsAll(told)) {
      throw toml.problem("choices", "all of this can come: add an option that cannot");
    }
    return choices;
  }

  private static Outcome outcome(TomlTable choice, String text) {
    return Outcome.of(
        Outcome.Kind.of(choice.textIfAny("kind").orElse("finished"))
            .orElseThrow(
                () -> choice.problem("kind", "`kind` is to be finished, error, deadlock or stuck")),
        text);
  }

  /** Part of a label, in which no block may stand. */
  private static Html printed(String text) {
    return new Html(
        "<code class=\"screen\">" + Highlighter.escaped(text).replace("\n", "<br>") + "</code>");
  }
}
