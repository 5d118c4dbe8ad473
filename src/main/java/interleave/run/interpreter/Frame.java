package interleave.run.interpreter;

/**
 * A call under way.
 *
 * @param instruction where it is, in code units from its first
 * @param stack the address of its stack's bottom
 * @param used how many objects are on it; where that is not known, how many may be
 */
record Frame(Code code, int instruction, long stack, int used) {
  /** How many objects at the bottom of the stack stay until a with or try block is left. */
  int kept() {
    return Math.min(code.exceptions().depthAt(instruction), used);
  }
}
