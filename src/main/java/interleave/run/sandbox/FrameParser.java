package interleave.run.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Splits what one process wrote into frames (their form stands in _interleave_frames.py) and plain
 * bytes. Any bytes at all are fine: what is no frame is plain, and what a frame says may be forged.
 */
final class FrameParser {
  /** Takes the pieces in their order. */
  interface Sink {
    /** A frame that a thread sent; {@code thread} is its number inside, and only its word. */
    void frame(char kind, int thread, ByteBuffer payload);

    /** Bytes written without a frame. */
    void plain(ByteBuffer bytes);
  }

  private static final byte MARK_1 = (byte) 0xff;
  private static final byte MARK_2 = 0x1e;
  private static final int HEADER_BYTES = 9;

  /** The hook sends no longer ones; a limit on what is kept of an unfinished frame. */
  private static final int MOST_PAYLOAD = 8192;

  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** Takes the next bytes; the beginning of a frame is kept until the rest of it comes. */
  void feed(ByteBuffer bytes, Sink sink) {
    var buffer = joined(rest, bytes);
    int plainFrom = buffer.position();
    while (buffer.hasRemaining()) {
      int mark = find(buffer);
      int frame = mark < 0 ? buffer.limit() : mark;
      int length = mark < 0 ? 0 : frameLength(buffer, mark);
      if (mark < 0) {
        break;
      } else if (length == 0) {
        buffer.position(mark + 1);
        continue;
      }
      plain(buffer, plainFrom, frame, sink);
      if (length < 0) {
        rest = copy(buffer, mark, buffer.limit());
        return;
      }
      int payload = mark + HEADER_BYTES;
      int thread = buffer.getInt(mark + 3);
      sink.frame(
          (char) buffer.get(mark + 2),
          thread,
          buffer.slice(payload, length - HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN));
      buffer.position(mark + length);
      plainFrom = buffer.position();
    }
    plain(buffer, plainFrom, buffer.limit(), sink);
    rest = ByteBuffer.allocate(0);
  }

  /** Says that no more will come: what was kept is plain after all. */
  void finish(Sink sink) {
    plain(rest, rest.position(), rest.limit(), sink);
    rest = ByteBuffer.allocate(0);
  }

  private static int find(ByteBuffer buffer) {
    for (int i = buffer.position(); i < buffer.limit(); i++) {
      if (buffer.get(i) == MARK_1) {
        return i;
      }
    }
    return -1;
  }

  /** The whole frame's length; 0 when here is none; -1 when its end has not come yet. */
  private static int frameLength(ByteBuffer buffer, int mark) {
    int here = buffer.limit() - mark;
    if (here >= 2 && buffer.get(mark + 1) != MARK_2) {
      return 0;
    } else if (here < HEADER_BYTES) {
      return -1;
    }
    int payload = Short.toUnsignedInt(buffer.getShort(mark + 7));
    if (payload > MOST_PAYLOAD) {
      return 0;
    }
    return here < HEADER_BYTES + payload ? -1 : HEADER_BYTES + payload;
  }

  private static void plain(ByteBuffer buffer, int from, int to, Sink sink) {
    if (to > from) {
      sink.plain(buffer.slice(from, to - from));
    }
  }

  private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
    if (!first.hasRemaining()) {
      return second.slice().order(ByteOrder.LITTLE_ENDIAN);
    }
    return ByteBuffer.allocate(first.remaining() + second.remaining())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(first.duplicate())
        .put(second.duplicate())
        .flip();
  }

  private static ByteBuffer copy(ByteBuffer buffer, int from, int to) {
    return ByteBuffer.allocate(to - from).put(buffer.slice(from, to - from)).flip();
  }
}
