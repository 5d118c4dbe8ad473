package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
  private final TextDecoder decoder = new TextDecoder();

  @Test
  void a_character_split_anywhere_is_whole_again() {
    var bytes = "añ€😀z".getBytes(StandardCharsets.UTF_8);
    var text = new StringBuilder();
    for (byte one : bytes) {
      text.append(decoder.decode(ByteBuffer.wrap(new byte[] {one})));
    }
    assertEquals("añ€😀z", text.toString());
  }

  @Test
  void wrong_bytes_are_replaced_and_an_unfinished_character_is_shown_as_such() {
    assertEquals("a\ufffdb", decode(0x61, 0xff, 0x62));
    assertEquals("", decode(0xe2, 0x82));
    assertEquals("\ufffd", decoder.finish());
  }

  @Test
  void control_characters_become_visible_and_line_ends_stay() {
    assertEquals("a\u2400\u2407\u2421\t\r\n", decode("a\0\u0007\u007f\t\r\n"));
  }

  @Test
  void of_terminal_escapes_only_colours_stay() {
    assertEquals(
        "x\033[31mred\033[0m y z w",
        decode("x\033[31mred\033[0m\033[2J y\033]0;title\007 z\033]8;;a\033\\ w\033c"));
  }

  @Test
  void a_colour_is_numbers_and_nothing_else() {
    assertEquals("ab", decode("a\033[\0\010mb"));
    assertEquals("\033[38;5;1mb", decode("\033[38;5;1mb"));
  }

  @Test
  void an_escape_split_in_two_or_without_end_does_no_harm() {
    assertEquals("", decode("\033[3"));
    assertEquals("\033[31mz", decode("1mz"));
    assertEquals("b", decode("\033]" + "a".repeat(63) + "b"));
  }

  private String decode(int... bytes) {
    var buffer = ByteBuffer.allocate(bytes.length);
    for (int one : bytes) {
      buffer.put((byte) one);
    }
    return decoder.decode(buffer.flip());
  }

  private String decode(String text) {
    return decoder.decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
