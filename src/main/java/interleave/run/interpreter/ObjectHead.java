package interleave.run.interpreter;

import java.util.Optional;

/**
 * How an object begins.
 *
 * @param type the name of its type, as in "_thread.lock"; empty when there is no object
 * @param first the first word that it has of its own
 * @param method what it is, where it is a method that is written in C
 */
record ObjectHead(String type, long first, Optional<Method> method) {
  static final ObjectHead NONE = new ObjectHead("", 0, Optional.empty());

  private static final String METHOD = "builtin_function_or_method";

  /**
   * A method that is written in C and bound to an object.
   *
   * @param definition the address of what describes it
   * @param self the address of the object
   */
  record Method(long definition, long self) {}

  /** Of an object of which two words are known beside its type. */
  static ObjectHead of(String type, long first, long second) {
    boolean bound = type.equals(METHOD);
    return new ObjectHead(
        type, first, bound ? Optional.of(new Method(first, second)) : Optional.empty());
  }
}
