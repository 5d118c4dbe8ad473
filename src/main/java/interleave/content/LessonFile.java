package interleave.content;

import java.nio.file.Path;
import org.commonmark.node.Node;

/**
 * A lesson that is parsed but not yet rendered: its links may point to lessons that are read later.
 *
 * @param file its Markdown file
 * @param chapter the slug of its chapter
 * @param name its number and slug
 * @param head its front matter
 * @param document its body, asides, demos and headings marked in it
 */
record LessonFile(
    Path file, Source source, String chapter, NumberedName name, FrontMatter head, Node document) {

  static LessonFile read(ContentFolder folder, Path file, String chapter, NumberedName name) {
    Source source = folder.read(file);
    FrontMatter head = FrontMatter.of(source);
    Place place = Place.of(source, file);
    Node document = Markdown.parse(head.body(), place);
    ShownDemos.mark(document);
    Headings.anchor(document, place);
    return new LessonFile(file, source, chapter, name, head, document);
  }

  /** What addresses call it. */
  String id() {
    return chapter + "/" + name.slug();
  }

  /** Where its quiz is to be. */
  Path quizFile() {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - "md".length()) + "quiz.toml");
  }

  /** Whether its page has an element with this id. */
  boolean hasAnchor(String anchor) {
    return Headings.OF_THE_PAGE.contains(anchor)
        || Tree.all(document, AnchoredHeading.class)
            .anyMatch(heading -> heading.anchor.equals(anchor));
  }

  Place place() {
    return Place.of(source, file);
  }
}
