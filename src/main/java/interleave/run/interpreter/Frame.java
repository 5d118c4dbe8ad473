package interleave.run.interpreter;

import java.util.List;

/**
 * A call under way.
 *
 * @param instruction where it is, in code units from its first
 * @param stack the addresses of the objects on its stack, from its bottom; what lies above the part
 *     in use, where that is not known, is of earlier
 */
record Frame(Code code, int instruction, List<Long> stack) {
  /** How many objects at the bottom of the stack stay until a with or try block is left. */
  int kept() {
    return Math.min(code.exceptions().depthAt(instruction), stack.size());
  }
}
