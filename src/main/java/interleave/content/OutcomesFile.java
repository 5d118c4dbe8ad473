package interleave.content;

import interleave.course.Recording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what can come of a program: what the lab's engine found when it tried every order of its
 * steps. It is written by {@code src/main/scripts/record}, a key to a line, so it is checked only
 * as far as a question relies on it.
 */
final class OutcomesFile {
  private static final JsonMapper JSON = new JsonMapper();

  private final Source source;
  private final AskedProgram program;

  private OutcomesFile(Source source, AskedProgram program) {
    this.source = source;
    this.program = program;
  }

  /**
   * Reads the outcomes of just this program.
   *
   * @param question the one that asks for them
   * @return in the order of the file, never empty
   */
  static Set<Outcome> read(ContentFolder folder, AskedProgram program, TomlTable question) {
    if (!folder.has(program.outcomes())) {
      throw question.problem(
          "program", "what can come of this program is not known yet: run " + program.command());
    }
    return new OutcomesFile(folder.read(program.outcomes()), program).outcomes();
  }

  private Set<Outcome> outcomes() {
    JsonNode file = json();
    check(
        file.path("code").stringValue("").equals(Recording.fingerprint(program.code())),
        "code",
        "this is of another program than " + program.file().getFileName());
    check(
        file.path("granularity").stringValue("").equals(program.granularity()),
        "granularity",
        "the question is about steps of another size");
    check(file.path("complete").booleanValue(false), "complete", "not every order was tried");
    var outcomes = new LinkedHashSet<Outcome>();
    for (JsonNode outcome : file.path("outcomes").values()) {
      outcomes.add(outcome(outcome));
    }
    check(!outcomes.isEmpty(), "outcomes", "there is no outcome");
    return outcomes;
  }

  private JsonNode json() {
    try {
      return JSON.readTree(source.text());
    } catch (JacksonException wrong) {
      int line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
      throw source.problem(line, "this is not JSON: " + wrong.getOriginalMessage());
    }
  }

  private Outcome outcome(JsonNode outcome) {
    Outcome.Kind kind =
        Outcome.Kind.of(outcome.path("kind").stringValue(""))
            .orElseThrow(() -> problem("outcomes", "an outcome is of no kind that there is"));
    return Outcome.of(
        kind,
        kind == Outcome.Kind.ERROR
            ? outcome.path("error").stringValue("exit code " + outcome.path("exit").intValue(1))
            : outcome.path("output").stringValue(""));
  }

  private void check(boolean holds, String key, String what) {
    if (!holds) {
      throw problem(key, what);
    }
  }

  private ContentProblem problem(String key, String what) {
    List<String> lines = source.text().lines().toList();
    int line = 0;
    while (line < lines.size() && !lines.get(line).strip().startsWith("\"" + key + "\"")) {
      line++;
    }
    return source.problem(line < lines.size() ? line + 1 : 1, what + ": run " + program.command());
  }
}
