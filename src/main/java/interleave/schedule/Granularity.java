package interleave.schedule;

/** What one step of a program is. */
public enum Granularity {
  /** A line of its source. */
  LINE,
  /** An instruction of the interpreter. */
  BYTECODE
}
