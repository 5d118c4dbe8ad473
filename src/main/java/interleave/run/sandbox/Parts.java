package interleave.run.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The parts of a frame's payload: text in UTF-8, divided by NUL. */
final class Parts {
  private Parts() {}

  /** A part, from 0; null when it is missing or empty. */
  static @Nullable String part(ByteBuffer payload, int index) {
    var parts = StandardCharsets.UTF_8.decode(payload.duplicate()).toString().split("\0", -1);
    return index < parts.length && !parts[index].isEmpty() ? parts[index] : null;
  }

  /** A part that is a number; empty when it is none, which only happens where it is forged. */
  static OptionalLong number(ByteBuffer payload, int index) {
    var text = part(payload, index);
    try {
      return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }
}
