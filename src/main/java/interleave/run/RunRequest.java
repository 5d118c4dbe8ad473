package interleave.run;

/**
 * A program to run.
 *
 * @param code the program, Python source
 * @param runtime the name of an installed runtime, such as {@code 3.11}
 * @param owner whom the run counts for; an opaque key, such as a learner's
 * @param address where it was asked for; an opaque key that many owners may share
 */
public record RunRequest(String code, String runtime, String owner, String address) {}
