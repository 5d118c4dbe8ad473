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
  /**
   * The most that {@code input} may have, in bytes of UTF-8; where programs may be longer, as much
   * as they, and {@value #INPUT_HEADER_BYTES} more, as an exploration's input is its program.
   */
  public static final int MOST_INPUT_BYTES = 65536;

  /** How much may stand before a program that is input. */
  static final int INPUT_HEADER_BYTES = 64;

  /** A program without a network. */
  public RunRequest(String code, String runtime, String owner, String address, String input) {
    this(code, runtime, owner, address, input, Network.NONE);
  }

  /** A program without input and without a network. */
  public RunRequest(String code, String runtime, String owner, String address) {
    this(code, runtime, owner, address, "");
  }
}
