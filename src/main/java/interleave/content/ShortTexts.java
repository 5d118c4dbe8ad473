package interleave.content;

import interleave.course.Html;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The Markdown in the TOML of a file that a lesson shows.
 *
 * @param lesson the lesson; links are relative to it
 */
record ShortTexts(Source source, LessonFile lesson, Links links)
    implements MultipleChoiceReader.Texts {

  /** Renders a short text that stands at this key. */
  @Override
  public Html html(TomlTable toml, String key, String markdown) {
    var place = new Place(source, lesson.file(), node -> toml.line(key));
    Node document = Markdown.parse(markdown, place);
    if (Tree.all(document, Heading.class).findFirst().isPresent()) {
      throw toml.problem(key, "there are no headings here: use bold");
    }
    links.resolve(document, place);
    return new Html(Markdown.fragment(document));
  }
}
