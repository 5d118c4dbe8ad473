package interleave.content;

import java.util.Set;

/** The words of Python that are highlighted. */
final class PythonWords {
  static final Set<String> KEYWORDS =
      words(
          """
          False None True and as assert async await break class continue def del elif else except
          finally for from global if import in is lambda nonlocal not or pass raise return try while
          with yield
          """);

  /** Built-in functions, types and exceptions: highlighted where they are called. */
  static final Set<String> BUILTINS =
      words(
          """
          abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod
          compile complex delattr dict dir divmod enumerate eval exec filter float format frozenset
          getattr globals hasattr hash help hex id input int isinstance issubclass iter len list
          locals map max memoryview min next object oct open ord pow print property range repr
          reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
          Exception AssertionError AttributeError BaseException BrokenPipeError ChildProcessError
          ConnectionError EOFError ExceptionGroup IndexError InterruptedError KeyError
          KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError
          PermissionError ProcessLookupError RuntimeError StopIteration SystemExit TimeoutError
          TypeError ValueError ZeroDivisionError
          """);

  private PythonWords() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }
}
