package interleave.content;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** Gives every heading of a lesson its anchor, made as GitHub makes it. */
final class Headings {
  /** Ids that the page around the lesson has. */
  static final Set<String> OF_THE_PAGE = Set.of("quiz", "main");

  private final Set<String> taken = new HashSet<>();
  private final Place place;
  private int level = 1;

  private Headings(Place place) {
    this.place = place;
  }

  static void anchor(Node document, Place place) {
    var headings = new Headings(place);
    Tree.all(document, Heading.class).toList().forEach(headings::anchor);
  }

  private void anchor(Heading heading) {
    if (heading.getLevel() == 1) {
      throw place.problem(
          heading, "the title in the front matter is the heading of level 1: begin with ##");
    }
    if (heading.getLevel() > level + 1) {
      throw place.problem(
          heading,
          "a heading of level "
              + heading.getLevel()
              + " follows one of level "
              + level
              + ": leave no level out");
    }
    level = heading.getLevel();
    String text = Tree.text(heading).strip();
    String slug = slug(text);
    if (slug.isEmpty()) {
      throw place.problem(heading, "a heading needs a letter or a digit, to be linked to");
    }
    if (OF_THE_PAGE.contains(slug)) {
      throw place.problem(
          heading, "the page has a part of its own called #" + slug + ": word this heading anew");
    }
    Tree.replace(heading, new AnchoredHeading(level, unused(slug), text));
  }

  private String unused(String slug) {
    String anchor = slug;
    for (int again = 1; !taken.add(anchor); again++) {
      anchor = slug + "-" + again;
    }
    return anchor;
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
        .replace(' ', '-');
  }
}
