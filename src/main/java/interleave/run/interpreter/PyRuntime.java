package interleave.run.interpreter;

import interleave.run.linux.ElfSymbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an interpreter keeps all that it knows of itself: in its one object {@code _PyRuntime}. Its
 * global lock lies in there too; a lock of a program lies elsewhere.
 *
 * @param program the interpreter's file
 * @param minor the version's second number
 */
public record PyRuntime(Path program, int minor, ElfSymbol symbol) {
  /**
   * Finds it; empty when the interpreter does not show where it is.
   *
   * @param version as in "3.11.2"
   */
  public static Optional<PyRuntime> of(Path interpreter, String version) {
    try {
      var program = interpreter.toRealPath();
      int minor = Integer.parseInt(version.split("\\.", -1)[1]);
      return ElfSymbol.find(program, "_PyRuntime")
          .map(found -> new PyRuntime(program, minor, found));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /**
   * Where it begins in the memory of a process; empty when that does not run this interpreter.
   *
   * @throws IOException when the process cannot be looked at
   */
  public Optional<Long> in(int process) throws IOException {
    // Its name is one in the sandbox's own system; the file that it leads to is the same.
    if (!Files.isSameFile(Path.of("/proc/" + process + "/exe"), program)) {
      return Optional.empty();
    }
    return symbol.relocatable()
        ? start(process).map(start -> start + symbol.address())
        : Optional.of(symbol.address());
  }

  /** Where the program was loaded: at the first of its mappings (maps in proc(5)). */
  private static Optional<Long> start(int process) throws IOException {
    var folder = Path.of("/proc/" + process);
    var name = " " + Files.readSymbolicLink(folder.resolve("exe"));
    try (var maps = Files.lines(folder.resolve("maps"), StandardCharsets.ISO_8859_1)) {
      return maps.filter(line -> line.endsWith(name))
          .findFirst()
          .map(line -> Long.parseUnsignedLong(line, 0, line.indexOf('-'), 16));
    } catch (UncheckedIOException thrown) {
      throw thrown.getCause();
    }
  }
}
