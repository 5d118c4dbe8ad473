package interleave.content;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders the nodes that look other on our pages than in plain CommonMark. */
final class PageNodes implements NodeRenderer {
  private static final Set<String> PYTHON = Set.of("python", "py", "python3");

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  PageNodes(HtmlNodeRendererContext context) {
    this.context = context;
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        AnchoredHeading.class,
        Aside.class,
        ScrollingTable.class,
        FencedCodeBlock.class,
        IndentedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    html.line();
    switch (node) {
      case AnchoredHeading heading -> heading(heading);
      case Aside aside -> aside(aside);
      case ScrollingTable table -> table(table);
      case FencedCodeBlock code -> code(code.getLiteral(), code.getInfo());
      case IndentedCodeBlock code -> code(code.getLiteral(), "");
      default -> throw new IllegalArgumentException("not ours: " + node);
    }
    html.line();
  }

  private void heading(AnchoredHeading heading) {
    html.tag("h" + heading.level, Map.of("id", heading.anchor));
    inside(heading);
    html.raw(
        " <a class=\"anchor\" href=\"#%s\" aria-label=\"Link to this section: %s\">#</a>"
            .formatted(Highlighter.escaped(heading.anchor), Highlighter.escaped(heading.text)));
    html.tag("/h" + heading.level);
  }

  /** The role keeps it out of the list of landmarks, where remarks have no business. */
  private void aside(Aside aside) {
    html.raw(
        "<aside class=\"aside %s\" role=\"note\" aria-label=\"%s\">"
            .formatted(
                aside.kind.name().toLowerCase(Locale.ROOT), Highlighter.escaped(aside.label)));
    html.line();
    inside(aside);
    html.tag("/aside");
  }

  private void table(ScrollingTable table) {
    html.raw(
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">"
            .formatted(table.label));
    inside(table);
    html.tag("/div");
  }

  private void code(String code, String info) {
    boolean python = PYTHON.contains(info.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT));
    html.raw("<pre class=\"code\" tabindex=\"0\"><code>");
    html.raw(python ? Highlighter.marked(code) : Highlighter.escaped(code));
    html.raw("</code></pre>");
  }

  private void inside(Node node) {
    Tree.children(node).forEach(context::render);
  }
}
