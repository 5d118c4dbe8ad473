package interleave.run.interpreter;

import interleave.run.linux.ElfSymbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where an interpreter keeps all that it knows of itself: in its one object {@code _PyRuntime}. Its
 * global lock lies in there too; a lock of a program lies elsewhere. Safe for many threads.
 */
public final class PyRuntime {
  private final Map<String, Object> file;
  private final ElfSymbol symbol;
  private final @Nullable Layout layout;

  private PyRuntime(Map<String, Object> file, ElfSymbol symbol, @Nullable Layout layout) {
    this.file = file;
    this.symbol = symbol;
    this.layout = layout;
  }

  /**
   * Finds it; empty when the interpreter does not show where it is.
   *
   * @param version as in "3.11.2"
   */
  public static Optional<PyRuntime> of(Path interpreter, String version) {
    try {
      var file = identity(interpreter);
      int minor = Integer.parseInt(version.split("\\.", -1)[1]);
      return ElfSymbol.find(interpreter, "_PyRuntime")
          .map(
              found -> new PyRuntime(file, found, Layout.of(minor, found.contents()).orElse(null)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /**
   * Where it begins in the memory of a process; empty when that does not run this interpreter.
   *
   * @throws IOException when the process cannot be looked at
   */
  public OptionalLong in(int process) throws IOException {
    // Its name is one in the sandbox's own system; the file that it leads to is the same.
    var runs = identity(Path.of("/proc/" + process + "/exe"));
    return runs.equals(file) ? symbol.in(process) : OptionalLong.empty();
  }

  /**
   * Whether an address is in it.
   *
   * @param runtime where it begins
   */
  public boolean holds(long runtime, long address) {
    return Long.compareUnsigned(address - runtime, symbol.bytes()) < 0;
  }

  /** Where the fields lie in the objects of this interpreter; empty when that is not known. */
  Optional<Layout> layout() {
    return Optional.ofNullable(layout);
  }

  /**
   * Which file it is. Not by its device: a sandbox may see the system's files through a layer of
   * its own, whose device is another.
   */
  private static Map<String, Object> identity(Path file) throws IOException {
    return Files.readAttributes(file, "unix:ino,size,lastModifiedTime");
  }
}
