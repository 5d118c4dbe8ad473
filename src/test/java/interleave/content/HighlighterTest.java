package interleave.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HighlighterTest {
  private static final List<String> SNIPPETS =
      List.of(
          "",
          "\n",
          "\n\n\n",
          "x",
          "x = 1\n",
          "if a < b and c > d & e:\n    print('<b>&amp;</b>')\n",
          "s = \"\"\"one\n\n  two # no comment\n\"\"\" # a comment\n",
          "s = '''it's \\''' still'''\n",
          "s = 'never closed\nx = 1\n",
          "s = \"\"\"never closed\nx = 1\n",
          "f\"{a:'>10} {d['k']!r:{w}} {{no}}\" + x\n",
          "f\"{d[\"k\"]} {f'{x}'}\" + rb'\\'' + x\n",
          "f'{' + '{\"' + f\"{\n",
          "x = 0xFF + 1_000 + 1.5e-3j + .5 + 1. + 0b1 + 0o7 + a1 + 1if x else 2\n",
          "größe = naïve(\"ü\") # 🧵\n",
          "🧵 = `$?\r\t\f\\\n",
          "line \\\n  goes on 'with \\\n  a string'\n",
          "# only a comment",
          "'\\",
          "f'{x:",
          "f'{x:{",
          "@dataclass(order=True)\nclass A(B):\n    async def f(self): await g()\n");

  @Test
  void without_its_markup_it_is_the_program_again() {
    for (String code : SNIPPETS) {
      assertEquals(code, plain(Highlighter.marked(code)));
      assertEquals(code, plain(Highlighter.lines(code)));
    }
  }

  @Test
  void without_its_markup_it_is_the_program_again_whatever_the_program() {
    var random = new Random(11);
    String[] parts =
        "\" ' \"\"\" ''' { } { : f r b \\ \n \n # def x 1 0x . ( ) [ < & > 🧵".split(" ", -1);
    for (int program = 0; program < 5_000; program++) {
      var code = new StringBuilder();
      for (int part = random.nextInt(30); part > 0; part--) {
        code.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? "" : " ");
      }
      assertEquals(code.toString(), plain(Highlighter.marked(code.toString())));
      assertEquals(code.toString(), plain(Highlighter.lines(code.toString())));
    }
  }

  @Test
  void every_line_is_one_span_in_which_every_other_span_is_closed() {
    for (String code : SNIPPETS) {
      String html = Highlighter.lines(code);
      List<String> lines = List.of(html.split("(?<=\n</span>)", -1));
      for (String line : lines.subList(0, lines.size() - 1)) {
        assertTrue(line.startsWith("<span class=\"l\">"), html);
        assertEquals(line.split("<span", -1).length, line.split("</span>", -1).length, html);
      }
      assertEquals(
          code.chars().filter(c -> c == '\n').count() + (code.matches("(?s)|.*\n") ? 0 : 1),
          html.split("class=\"l\"", -1).length - 1,
          html);
    }
  }

  @Test
  void words_of_the_language_are_marked() {
    assertMarked("«k:for» i «k:in» «f:range»(«n:4»): «k:pass»");
    assertMarked("«k:async» «k:def» «f:go»(self): «k:return» «k:None»");
    assertMarked("«k:class» «f:Counter»(Thread): x = «n:0x1F» + «n:1_000.5e-3j» + n1");
    assertMarked("«k:from» a «k:import» b «c:# for is a comment»\nc");
  }

  @Test
  void a_built_in_function_is_marked_where_it_is_called_and_a_method_is_not() {
    assertMarked("«f:print»(«f:len»(a), a.print(«n:1»), print)");
    assertMarked("«k:raise» «f:ValueError»(«s:'x'»)");
  }

  @Test
  void a_string_with_its_prefix_is_one_piece() {
    assertMarked("«s:rb'\\''» + «s:F\"{a}\"» + «s:\'\'\'a'b\'\'\'» + bar");
    assertMarked("«f:print»(«s:f\"{name}{i}\"», x)");
  }

  @Test
  void a_string_may_stand_in_a_field_of_a_string() {
    assertMarked("«s:f\"{d[\"k\"]} {{\"» + x");
    assertMarked("«s:f'{f'{a}'} {b}'» + x");
  }

  @Test
  void a_quote_in_the_format_of_a_field_begins_no_string() {
    assertMarked("«s:f'{a:\">10} {b!r:{w}}'» + x");
    assertMarked("«s:f'{d[1:2]} {(lambda: \"'\")()}'» + x");
  }

  @Test
  void a_string_that_is_not_closed_ends_with_its_line() {
    assertMarked("«s:'a»\nb");
    assertMarked("«s:f'{a»\nb");
    assertMarked("«s:f'{a:»\nb");
  }

  @Test
  void a_string_of_several_lines_is_closed_and_opened_at_each() {
    assertEquals(
        "<span class=\"l\">x = <span class=\"s\">&quot;&quot;&quot;a</span>\n</span>"
            + "<span class=\"l\">\n</span>"
            + "<span class=\"l\"><span class=\"s\">b&quot;&quot;&quot;</span>\n</span>",
        Highlighter.lines("x = \"\"\"a\n\nb\"\"\"\n"));
  }

  @Test
  void a_huge_program_takes_no_long_time() {
    for (String part : List.of("x", "1", "(", "\"", "'a", "f'{", "\\", "r", "#", " ", "{x:")) {
      String code = part.repeat(200_000 / part.length());
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> assertEquals(code, plain(Highlighter.lines(code))));
    }
  }

  /** Each piece that is to be marked is written as «class:piece». */
  private static void assertMarked(String written) {
    String html = Highlighter.marked(written.replaceAll("«\\w:|»", ""));
    assertEquals(
        written, plain(html.replaceAll("<span class=\"(.)\">", "«$1:").replace("</span>", "»")));
  }

  private static String plain(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
