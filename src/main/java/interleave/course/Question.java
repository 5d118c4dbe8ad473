package interleave.course;

import java.util.List;

/** A question of a quiz. Its id stays when its words change: answers are kept under it. */
public sealed interface Question {
  String id();

  Html prompt();

  /**
   * A choice among options.
   *
   * @param several whether any number of options may be right, or exactly one
   * @param choices in the order in which they are shown; at least two, at least one correct
   */
  record MultipleChoice(String id, Html prompt, boolean several, List<Choice> choices)
      implements Question {
    public MultipleChoice {
      choices = List.copyOf(choices);
    }
  }

  /**
   * An option.
   *
   * @param key names it in forms and in kept answers: the first 8 hex digits of the SHA-256 of its
   *     source text, so that it survives a new order and says nothing of the key
   * @param why the reason for its being right or wrong
   */
  record Choice(String key, Html text, boolean correct, Html why) {}
}
