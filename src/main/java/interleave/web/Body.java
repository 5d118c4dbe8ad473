package interleave.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The body of a request, of which never more is read than is taken. */
final class Body {
  private Body() {}

  /**
   * Reads it to its end.
   *
   * @param most the most bytes that it may have
   * @throws IOException when the client leaves
   * @throws Problem with status 408 when it is too slow, and what {@code tooLarge} makes when it
   *     has more
   */
  static byte[] read(Context ctx, int most, Supplier<Problem> tooLarge) throws IOException {
    byte[] bytes;
    try {
      bytes = ctx.req().getInputStream().readNBytes(most + 1);
    } catch (IOException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw Problem.tooSlow();
      }
      throw e;
    }
    if (bytes.length > most) {
      throw tooLarge.get();
    }
    return bytes;
  }
}
