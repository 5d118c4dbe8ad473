package interleave.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells browsers apart that nothing is kept of yet. Its value is signed, so that only those count
 * that this server gave out since its start.
 */
final class VisitCookie {
  private static final String NAME = "interleave-visit";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 16;
  private static final int SIGNED_BYTES = 32;

  /** Until the browser is closed. */
  private static final int THIS_SESSION = -1;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec secret = new SecretKeySpec(bytes(SIGNED_BYTES), ALGORITHM);
  private final SiteOrigin site;

  VisitCookie(SiteOrigin site) {
    this.site = site;
  }

  /** The visit that a request's cookie names, if we gave it out. */
  Optional<String> known(Context ctx) {
    return Optional.ofNullable(ctx.cookie(NAME)).filter(this::isOurs);
  }

  /** A new visit, which the browser is to keep. */
  String give(Context ctx) {
    var value = text(signed(bytes(ID_BYTES)));
    var cookie =
        new Cookie(NAME, value, "/", THIS_SESSION, site.secure(ctx), true, null, SameSite.LAX);
    ctx.cookie(cookie);
    return value;
  }

  private boolean isOurs(String value) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(value);
    } catch (IllegalArgumentException _) {
      return false;
    }
    // Other texts may stand for the same bytes; each visit has but one.
    return text(bytes).equals(value)
        && bytes.length == SIGNED_BYTES
        && MessageDigest.isEqual(bytes, signed(Arrays.copyOf(bytes, ID_BYTES)));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] signed(byte[] id) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      var signed = Arrays.copyOf(id, SIGNED_BYTES);
      System.arraycopy(mac.doFinal(id), 0, signed, ID_BYTES, SIGNED_BYTES - ID_BYTES);
      return signed;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has " + ALGORITHM, e);
    }
  }

  private byte[] bytes(int many) {
    var bytes = new byte[many];
    random.nextBytes(bytes);
    return bytes;
  }
}
