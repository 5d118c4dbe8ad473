package interleave.content;

import java.util.Optional;
import java.util.regex.Pattern;

/** A name such as {@code 2-own-memory}: its number gives the order, the rest is the address. */
record NumberedName(int number, String slug) {
  private static final Pattern FORM =
      Pattern.compile("(?<number>\\d{1,4})-(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)");

  /** What a problem says of a name that has another form. */
  static final String RULE =
      "is to be a number, a hyphen and lower-case words joined by hyphens, such as 2-own-memory";

  /** The parts of a name, or empty when it has another form. */
  static Optional<NumberedName> of(String name) {
    var found = FORM.matcher(name);
    return found.matches()
        ? Optional.of(
            new NumberedName(Integer.parseInt(found.group("number")), found.group("slug")))
        : Optional.empty();
  }
}
