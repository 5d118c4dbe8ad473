package interleave.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;

/** The headers that every answer carries, and the nonce that lets our own scripts run. */
final class SecurityHeaders {
  private static final String NONCE = "nonce";
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecurityHeaders() {}

  static void set(Context ctx) {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    ctx.attribute(NONCE, nonce);
    ctx.header(
            "Content-Security-Policy",
            "default-src 'self'; script-src 'self' 'nonce-%1$s'; style-src 'self' 'nonce-%1$s'; "
                    .formatted(nonce)
                + "img-src 'self' data:; base-uri 'none'; form-action 'self'; "
                + "frame-ancestors 'none'; object-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin");
  }

  /** The nonce of this answer's content security policy. */
  static String nonce(Context ctx) {
    String nonce = ctx.attribute(NONCE);
    return nonce == null ? "" : nonce;
  }
}
