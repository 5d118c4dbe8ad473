package interleave.schedule;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the server and the engine of one run share, so that the engine's answers can be told from
 * what the program writes: HMAC-SHA256 (RFC 2104), cut to its first 128 bits, of an answer's place
 * and its text. See src/main/python/_interleave_lab/answers.py.
 *
 * @param text 128 random bits in hexadecimal
 */
record EngineKey(String text) {
  /** How many characters a code has. */
  static final int CODE_LENGTH = 32;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALGORITHM = "HmacSHA256";

  EngineKey {
    if (!isOne(text)) {
      throw new IllegalArgumentException("a key has 32 hexadecimal digits");
    }
  }

  static EngineKey random() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return new EngineKey(HexFormat.of().formatHex(bytes));
  }

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The code that goes before an answer's text.
   *
   * @param place how many answers came before it
   */
  String code(int place, String answer) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
      var code = mac.doFinal((place + " " + answer).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(code).substring(0, CODE_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Whether a line, which has a code before its text, is the answer that comes at this place. */
  boolean signs(int place, String line) {
    if (line.length() <= CODE_LENGTH || line.charAt(CODE_LENGTH) != ' ') {
      return false;
    }
    var claimed = line.substring(0, CODE_LENGTH).getBytes(StandardCharsets.UTF_8);
    var code = code(place, line.substring(CODE_LENGTH + 1));
    return MessageDigest.isEqual(claimed, code.getBytes(StandardCharsets.UTF_8));
  }
}
