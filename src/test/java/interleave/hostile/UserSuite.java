package interleave.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;

/**
 * The hostile programs on a server that is whoever starts this. It prints a line for each check as
 * it is made: its name, and after a tab, in Base64, how it failed, which is empty when it did not.
 */
final class UserSuite {
  private UserSuite() {}

  public static void main(String[] args) throws Exception {
    try (var suite = new HostileSuite()) {
      suite.checks().forEach(UserSuite::tell);
    }
    // Threads of libraries do not keep it.
    System.exit(0);
  }

  private static void tell(HostileSuite.Check check) {
    System.out.println(check.name() + "\t" + encoded(failure(check)));
  }

  private static String failure(HostileSuite.Check check) {
    try {
      check.body().execute();
      return "";
    } catch (Throwable thrown) {
      var trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
