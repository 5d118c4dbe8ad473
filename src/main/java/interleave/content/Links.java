package interleave.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Turns links between the files of the course, which any Markdown viewer follows, into links
 * between its pages. A link that leads nowhere is a problem.
 */
final class Links {
  private static final Pattern SCHEME = Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):.*");

  /** The schemes of links that lead out of the course. */
  private static final Set<String> OUTSIDE = Set.of("http", "https", "mailto");

  private final Map<Path, LessonFile> lessons;

  /**
   * @param lessons every lesson by its file
   */
  Links(Map<Path, LessonFile> lessons) {
    this.lessons = lessons;
  }

  /** Resolves all links below this node in place. */
  void resolve(Node document, Place place) {
    Tree.all(document, Link.class)
        .forEach(link -> link.setDestination(resolved(link, link.getDestination(), place)));
  }

  private String resolved(Link link, String address, Place place) {
    var scheme = SCHEME.matcher(address);
    if (scheme.matches()) {
      if (!OUTSIDE.contains(scheme.group("scheme").toLowerCase(Locale.ROOT))) {
        throw place.problem(link, "a link out of the course begins with https: or http:");
      }
      return address;
    }
    if (ShownDemos.isProgram(address)) {
      throw place.problem(
          link, "a link to a program is to stand in a paragraph of its own, which shows it");
    }
    int hash = address.indexOf('#');
    String file = hash < 0 ? address : address.substring(0, hash);
    String anchor = hash < 0 ? "" : address.substring(hash);
    LessonFile target =
        lesson(file.isEmpty() && hash >= 0 ? place.page() : beside(place.page(), decoded(file)))
            .orElseThrow(
                () ->
                    place.problem(
                        link,
                        "the link \""
                            + address
                            + "\" leads to no lesson: write the file of the lesson as seen from here,"
                            + " such as ../2-choosing/1-waiting.md"));
    if (hash >= 0 && !target.hasAnchor(decoded(anchor.substring(1)))) {
      throw place.problem(link, "the link \"" + address + "\" leads to no heading of that lesson");
    }
    boolean here = hash >= 0 && target.file().equals(place.page());
    return (here ? "" : "/learn/" + target.id()) + anchor;
  }

  private Optional<LessonFile> lesson(Path file) {
    return Optional.ofNullable(lessons.get(file));
  }

  private static Path beside(Path page, String file) {
    return page.resolveSibling(file).normalize();
  }

  /** Undoes percent-encoding; what is not well encoded stays as it is, and is then not found. */
  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      return part;
    }
  }
}
