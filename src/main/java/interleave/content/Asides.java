package interleave.content;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns quotes that begin with a line such as {@code [!NOTE]} into asides. */
final class Asides {
  private static final Pattern MARK = Pattern.compile("\\[!(\\w+)](.*)");

  private Asides() {}

  static void mark(Node document, Place place) {
    Tree.all(document, BlockQuote.class).toList().forEach(quote -> mark(quote, place));
  }

  private static void mark(BlockQuote quote, Place place) {
    if (!(quote.getFirstChild() instanceof Paragraph first
        && first.getFirstChild() instanceof Text text)) {
      return;
    }
    var mark = MARK.matcher(text.getLiteral());
    if (!mark.matches()) {
      return;
    }
    Aside.Kind kind = kind(mark.group(1), quote, place);
    Node after = text.getNext();
    if (!mark.group(2).isBlank() || !(after == null || after instanceof SoftLineBreak)) {
      throw place.problem(quote, "the mark [!" + kind + "] is to stand alone on its line");
    }
    text.unlink();
    if (after != null) {
      after.unlink();
    }
    if (first.getFirstChild() == null) {
      first.unlink();
    }
    if (quote.getFirstChild() == null) {
      throw place.problem(quote, "this aside is empty");
    }
    Tree.replace(quote, new Aside(kind, title(quote, kind)));
  }

  private static Aside.Kind kind(String word, Node quote, Place place) {
    return Stream.of(Aside.Kind.values())
        .filter(kind -> kind.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                place.problem(
                    quote,
                    "[!"
                        + word
                        + "] is no kind of aside; they are NOTE, TIP, IMPORTANT, WARNING and"
                        + " CAUTION"));
  }

  /** Sees to it that the aside begins with its title in bold, and says how to call it. */
  private static String title(Node quote, Aside.Kind kind) {
    if (quote.getFirstChild() instanceof Paragraph paragraph) {
      if (paragraph.getFirstChild() instanceof StrongEmphasis title) {
        return kind.word + ": " + Tree.text(title);
      }
      paragraph.prependChild(new Text(" "));
      paragraph.prependChild(bold(kind.word));
    } else {
      var paragraph = new Paragraph();
      paragraph.appendChild(bold(kind.word));
      quote.prependChild(paragraph);
    }
    return kind.word;
  }

  private static StrongEmphasis bold(String word) {
    var bold = new StrongEmphasis("**");
    bold.appendChild(new Text(word));
    return bold;
  }
}
