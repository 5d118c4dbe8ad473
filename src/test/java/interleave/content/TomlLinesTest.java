package interleave.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TomlLinesTest {
  private static final TomlLines LINES =
      TomlLines.of(
          """
          # [no] = table
          title = "a [b] = \\" c" # d = 1
          long = \"\"\"
          text = 1
          \\\"\"\" \"\"\"\"\"
          raw = '''
          it's [[questions]]
          '''
          list = [
            1, # one
            [2, 3],

            { x = "]", y = '}' },
          ]
          "quoted.key" = 1
          a . b = { c = 1 }

          [[questions]]
          id = "1"
          prompt.prompt = "?"
            [[questions.choices]]
            text = "A"
            [[questions.choices]]
            text = "B"

          [[questions]]
          id = "2"
          [[questions.choices]]
          text = "C"
          [ other . table ]
          date = 2026-01-01
          last = true""");

  @Test
  void keys_are_found_behind_long_texts_and_lists() {
    assertLine(2, "title");
    assertLine(3, "long");
    assertLine(6, "raw");
    assertLine(9, "list");
    assertLine(15, "quoted.key");
    assertLine(16, "a.b.c");
    assertLine(31, "other.table.date");
    assertLine(32, "other.table.last");
  }

  @Test
  void elements_of_lists_have_lines_of_their_own() {
    assertLine(10, "list[0]");
    assertLine(11, "list[1][1]");
    assertLine(13, "list[2].y");
  }

  @Test
  void tables_of_one_name_are_counted() {
    assertLine(18, "questions[0]");
    assertLine(20, "questions[0].prompt.prompt");
    assertLine(24, "questions[0].choices[1].text");
    assertLine(27, "questions[1].id");
    assertLine(29, "questions[1].choices[0].text");
  }

  @Test
  void what_is_not_there_has_the_line_of_what_would_hold_it() {
    assertLine(23, "questions[0].choices[1].why");
    assertLine(26, "questions[1].type");
    assertLine(1, "gone");
  }

  @Test
  void the_last_key_is_known() {
    assertEquals(32, LINES.last());
  }

  private static void assertLine(int line, String path) {
    assertEquals(line, LINES.line(path), path);
  }
}
