package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameParserTest {
  private final List<String> said = new ArrayList<>();
  private final FrameParser parser = new FrameParser();
  private final FrameParser.Sink sink =
      new FrameParser.Sink() {
        @Override
        public void frame(char kind, int thread, ByteBuffer payload) {
          said.add(kind + " " + thread + " " + text(payload));
        }

        @Override
        public void plain(ByteBuffer bytes) {
          said.add("plain " + text(bytes));
        }
      };

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void frames_and_plain_bytes_come_apart_wherever_they_are_cut(int step) {
    var bytes =
        joined(
            "one".getBytes(StandardCharsets.ISO_8859_1), frame('o', 7, "two"), frame('B', 2, ""));
    for (int from = 0; from < bytes.length; from += step) {
      parser.feed(ByteBuffer.wrap(bytes, from, Math.min(step, bytes.length - from)), sink);
    }
    parser.finish(sink);
    var frames = said.stream().filter(word -> !word.startsWith("plain")).toList();
    assertEquals(List.of("o 7 two", "B 2 "), frames);
    assertEquals("one", plain());
  }

  @Test
  void a_frame_that_never_ends_is_plain_in_the_end() {
    parser.feed(ByteBuffer.wrap(new byte[] {'a', (byte) 0xff, 0x1e, 'o', 1}), sink);
    parser.finish(sink);
    assertEquals("a\u00ff\u001eo\u0001", plain());
  }

  @Test
  void a_frame_that_says_it_is_longer_than_any_is_plain_at_once() {
    var bytes = new byte[] {(byte) 0xff, 0x1e, 'o', 1, 0, 0, 0, 1, 0x20};
    parser.feed(ByteBuffer.wrap(bytes), sink);
    assertEquals(9, plain().length());
  }

  @Test
  void a_frame_of_the_longest_payload_is_a_frame() {
    parser.feed(ByteBuffer.wrap(frame('o', 1, "x".repeat(8192))), sink);
    assertEquals(List.of("o 1 " + "x".repeat(8192)), said);
  }

  @Test
  void no_bytes_are_lost_or_made_up_whatever_comes() {
    var random = new Random(7);
    var given = new ByteArrayOutputStream();
    for (int i = 0; i < 2000; i++) {
      var bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = bytes[at] == 0x1e ? 0 : bytes[at];
      }
      given.writeBytes(bytes);
      parser.feed(ByteBuffer.wrap(bytes), sink);
    }
    parser.finish(sink);
    assertEquals(given.toString(StandardCharsets.ISO_8859_1), plain());
  }

  private String plain() {
    return said.stream()
        .filter(word -> word.startsWith("plain "))
        .map(word -> word.substring(6))
        .reduce("", String::concat);
  }

  private static byte[] frame(char kind, int thread, String payload) {
    return ByteBuffer.allocate(9 + payload.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0xff)
        .put((byte) 0x1e)
        .put((byte) kind)
        .putInt(thread)
        .putShort((short) payload.length())
        .put(payload.getBytes(StandardCharsets.ISO_8859_1))
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
  }
}
