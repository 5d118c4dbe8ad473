package interleave.run.sandbox;

import interleave.run.linux.ElfSymbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an interpreter keeps its global lock: in its one object {@code _PyRuntime}. A thread that
 * waits for that lock waits at an address in there (futex(2)); a lock of a program lies elsewhere.
 *
 * @param program the interpreter's file
 */
record Gil(Path program, ElfSymbol runtime) {
  /** Finds it; empty when the interpreter has no such lock, or does not show where. */
  static Optional<Gil> of(Path interpreter) {
    try {
      var program = interpreter.toRealPath();
      return ElfSymbol.find(program, "_PyRuntime").map(found -> new Gil(program, found));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Where it begins in the memory of a process, if that runs this interpreter. */
  Optional<Long> in(int process) {
    try {
      // Its name is one in the sandbox's own system; the file that it leads to is the same.
      if (!Files.isSameFile(Path.of("/proc/" + process + "/exe"), program)) {
        return Optional.empty();
      }
    } catch (IOException _) {
      Starved.check();
      return Optional.empty();
    }
    return runtime.relocatable()
        ? start(process).map(start -> start + runtime.address())
        : Optional.of(runtime.address());
  }

  /** Programs lie below their libraries: theirs is the first mapping. */
  private static Optional<Long> start(int process) {
    var maps = ProcFile.read(process, "maps");
    int end = maps.indexOf('-');
    return end < 0 ? Optional.empty() : Optional.of(Long.parseUnsignedLong(maps, 0, end, 16));
  }
}
