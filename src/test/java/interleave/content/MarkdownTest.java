package interleave.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.course.Block;
import interleave.course.Heading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarkdownTest {
  private static final String DEMO = "\n\n[Lost](demos/lost.py)\n";

  @TempDir Path folder;
  private SmallCourse small;

  @BeforeEach
  void write() {
    small = new SmallCourse(folder);
  }

  @Test
  void a_heading_has_an_anchor_and_a_link_to_it() {
    assertEquals(
        "<h2 id=\"what-is-x--1\">What is <code>x &amp;= 1</code>? <a class=\"anchor\""
            + " href=\"#what-is-x--1\" aria-label=\"Link to this section: What is x &amp;= 1?\">#</a>"
            + "</h2>\n",
        html("## What is `x &= 1`?"));
  }

  @Test
  void headings_of_one_name_get_numbers_that_are_not_taken() {
    small.lesson("## A\n\n## A-1\n\n## A\n\n### A\n" + DEMO);
    assertEquals(
        List.of(new Heading("a", "A"), new Heading("a-1", "A-1"), new Heading("a-2", "A")),
        small.first().headings());
  }

  @Test
  void headings_that_the_page_cannot_have_are_problems() {
    assertProblem("# One", 6, "the title in the front matter is the heading of level 1");
    assertProblem("One\n===", 6, "the title in the front matter is the heading of level 1");
    assertProblem("Text.\n\n## Quiz", 8, "the page has a part of its own called #quiz");
    assertProblem("## Main!", 6, "the page has a part of its own called #main");
    assertProblem("## A\n\n#### B", 8, "a heading of level 4 follows one of level 2");
    assertProblem("### A", 6, "a heading of level 3 follows one of level 1");
    assertProblem("## ???", 6, "a heading needs a letter or a digit");
  }

  @Test
  void an_alert_with_a_title_in_bold_is_an_aside_of_that_title() {
    assertEquals(
        """
        <aside class="aside note" role="note" aria-label="Note: Look at &quot;bob&quot;.">
        <p><strong>Look at &quot;bob&quot;.</strong> It says 2.</p>
        <p>More.</p>
        </aside>
        """,
        html("> [!NOTE]\n> **Look at \"bob\".** It says 2.\n>\n> More."));
  }

  @Test
  void an_alert_without_a_title_gets_the_word_for_its_kind() {
    assertEquals(
        """
        <aside class="aside tip" role="note" aria-label="Tip">
        <p><strong>Tip</strong> Try it.</p>
        </aside>
        """,
        html("> [!tip]\n> Try it."));
    assertEquals(html("> [!tip]\n> Try it."), html("> [!TIP]\n>\n> Try it."));
  }

  @Test
  void an_alert_that_begins_with_a_list_gets_its_title_before_it() {
    assertTrue(
        html("> [!WARNING]\n>\n> * a").contains("<p><strong>Warning</strong></p>\n<ul>"),
        html("> [!WARNING]\n>\n> * a"));
  }

  @Test
  void a_plain_quote_stays_a_quote() {
    assertEquals("<blockquote>\n<p>[NOTE] Text</p>\n</blockquote>\n", html("> [NOTE] Text"));
  }

  @Test
  void alerts_that_are_none_are_problems() {
    assertProblem("Text.\n\n> [!NOTICE]\n> Text.", 8, "[!NOTICE] is no kind of aside; they are");
    assertProblem("> [!NOTE] Text.", 6, "the mark [!NOTE] is to stand alone on its line");
    assertProblem("> [!NOTE] **T** text", 6, "the mark [!NOTE] is to stand alone on its line");
    assertProblem("> [!NOTE]\n>", 6, "this aside is empty");
  }

  @Test
  void a_table_scrolls_by_itself_and_each_has_a_name_of_its_own() {
    String html = html("| a |\n|---|\n| 1 |\n\nText.\n\n| b |\n|---|\n| 2 |");
    String start = "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"";
    assertTrue(html.startsWith(start + "Table\">\n<table>\n<thead>"), html);
    assertTrue(html.contains("</table>\n</div>\n<p>Text.</p>\n" + start + "Table 2\">"), html);
  }

  @Test
  void python_is_highlighted_and_other_code_is_not() {
    assertEquals(
        "<pre class=\"code\" tabindex=\"0\"><code><span class=\"k\">if</span> a &lt; b: <span"
            + " class=\"k\">pass</span>\n</code></pre>\n",
        html("```python\nif a < b: pass\n```"));
    for (String code : List.of("```\nif a < b\n```", "```text\nif a < b\n```", "    if a < b")) {
      assertEquals(
          "<pre class=\"code\" tabindex=\"0\"><code>if a &lt; b\n</code></pre>\n", html(code));
    }
  }

  @Test
  void html_is_shown_as_text() {
    for (String evil :
        List.of(
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "<div onclick=\"x()\">",
            "</code></pre><script>",
            "```\n</code></pre><script>\n```",
            "```python\n\"</span><script>\"\n```",
            "```\"><script>\nx\n```",
            "## <script>\"x\"</script>",
            "> [!NOTE]\n> **\"><script>**",
            "| <script> |\n|---|\n| <script> |")) {
      String html = html(evil);
      assertFalse(html.contains("<script"), html);
      assertFalse(html.contains("<img"), html);
      assertFalse(html.contains("<div on"), html);
    }
  }

  @Test
  void an_image_is_a_problem() {
    for (String address :
        List.of("lanes.png", "data:image/png;base64,AA", "https://example.org/x")) {
      assertProblem("Text\n![x](" + address + ")", 7, "images are not supported yet");
    }
  }

  @Test
  void an_address_in_angle_brackets_that_would_run_something_is_a_problem() {
    assertProblem("<javascript:alert(1)>", 6, "a link out of the course begins with https:");
  }

  @Test
  void text_made_to_be_slow_or_deep_is_read_all_the_same() {
    List<String> texts =
        List.of(
            ">".repeat(50_000) + " a",
            "> ".repeat(20_000) + "[!NOTE]",
            "- ".repeat(20_000) + "a",
            "[".repeat(50_000) + "a" + "]".repeat(50_000),
            "*a **a ".repeat(20_000),
            "*a ".repeat(20_000) + "b*".repeat(20_000),
            "a" + "`".repeat(20_000) + "a",
            "a".repeat(2_000_000),
            "<".repeat(50_000),
            "&".repeat(50_000),
            "| a ".repeat(2_000) + "\n" + "|---".repeat(2_000),
            "## a\n".repeat(2_000));
    for (String text : texts) {
      String html = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> html(text));
      assertFalse(html.isEmpty());
    }
  }

  private String html(String body) {
    return switch (small.lesson(body + DEMO).first().blocks().getFirst()) {
      case Block.Prose prose -> prose.html().value();
      case Block.Demos _ -> "";
    };
  }

  private void assertProblem(String body, int line, String what) {
    String problem = small.lesson(body + DEMO).problem();
    String start = "content/1-sharing/1-one-memory.md:" + line + ": " + what;
    assertTrue(problem.startsWith(start), problem);
  }
}
