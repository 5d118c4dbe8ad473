package interleave.run;

/**
 * A program to run.
 *
 * @param code the program, Python source
 * @param runtime the name of an installed runtime, such as {@code 3.11}
 * @param owner whom the run counts for; an opaque key, such as a learner's
 * @param address where it was asked for; an opaque key that many owners may share
 * @param input what the program can read from standard input, and then its end
 * @param network what network it finds
 */
public record RunRequest(
    String code, String runtime, String owner, String address, String input, Network network) {
  /** How much may stand before a program that is input, in bytes. */
  private static final int HEADER_BYTES = 64;

  /**
   * The most that {@code input} may have, in bytes of UTF-8: as much as a program, as the input of
   * an exploration is its program with a line before it.
   */
  public static long mostInputBytes(Limits limits) {
    return limits.codeBytes() + HEADER_BYTES;
  }

  /** A program without a network. */
  public RunRequest(String code, String runtime, String owner, String address, String input) {
    this(code, runtime, owner, address, input, Network.NONE);
  }

  /** A program without input and without a network. */
  public RunRequest(String code, String runtime, String owner, String address) {
    this(code, runtime, owner, address, "");
  }
}
