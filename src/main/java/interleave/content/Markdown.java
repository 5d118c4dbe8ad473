package interleave.content;

import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Our Markdown: CommonMark with the tables and alerts of GitHub. HTML in it is shown as text, and
 * an address that could run a script is left out.
 */
final class Markdown {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(64)
          .build();
  private static final HtmlRenderer PAGE = renderer().build();
  private static final HtmlRenderer FRAGMENT = renderer().omitSingleParagraphP(true).build();

  private Markdown() {}

  /** Parses a text whose asides and tables are then as the page shows them. */
  static Node parse(String text, Place place) {
    Node document = PARSER.parse(text);
    Optional<Image> image = Tree.all(document, Image.class).findFirst();
    if (image.isPresent()) {
      throw place.problem(
          image.get(),
          "images are not supported yet: say it in words, or show a program that says it");
    }
    Asides.mark(document, place);
    ScrollingTable.wrap(document);
    return document;
  }

  /** The HTML of one block of a lesson. */
  static String html(Node node) {
    return PAGE.render(node);
  }

  /** The HTML of a short text: without the paragraph around it when it is only one. */
  static String fragment(Node document) {
    return FRAGMENT.render(document).strip();
  }

  private static HtmlRenderer.Builder renderer() {
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .sanitizeUrls(true)
        .extensions(List.of(TablesExtension.create()))
        // All links are our own words: search engines may follow them.
        .attributeProviderFactory(_ -> (_, _, attributes) -> attributes.remove("rel"))
        .nodeRendererFactory(PageNodes::new);
  }
}
