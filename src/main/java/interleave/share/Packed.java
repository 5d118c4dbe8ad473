package interleave.share;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A program and its run, packed by gzip; bounded in both forms. */
public final class Packed {
  /** The most that is kept of one share. */
  public static final int MOST_BYTES = 512 << 10;

  /** The most that it may be when unpacked. */
  public static final int MOST_PLAIN_BYTES = 8 << 20;

  private final byte[] bytes;

  /** Takes what was packed before; the array is not copied. */
  Packed(byte[] bytes) {
    this.bytes = bytes;
  }

  /** It is more than can be kept. */
  public static final class TooLarge extends RuntimeException {
    private TooLarge() {
      super("more than a share may have");
    }
  }

  /**
   * Packs what {@code writer} writes.
   *
   * @throws TooLarge as soon as it is too much in either form
   */
  public static Packed of(Consumer<OutputStream> writer) {
    return of(writer, MOST_BYTES, MOST_PLAIN_BYTES);
  }

  static Packed of(Consumer<OutputStream> writer, int most, int mostPlain) {
    var packed = new ByteArrayOutputStream();
    try {
      var gzip = new GZIPOutputStream(new Bounded(packed, most));
      writer.accept(new Bounded(gzip, mostPlain));
      gzip.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Packed(packed.toByteArray());
  }

  /** What was packed, in plain. */
  public InputStream open() {
    try {
      return new GZIPInputStream(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** Takes so many bytes and no more; closing it leaves what is below open. */
  private static final class Bounded extends OutputStream {
    private final OutputStream out;
    private long left;

    Bounded(OutputStream out, long most) {
      this.out = out;
      left = most;
    }

    @Override
    public void write(int one) throws IOException {
      take(1);
      out.write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      take(length);
      out.write(some, from, length);
    }

    private void take(int length) {
      left -= length;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
