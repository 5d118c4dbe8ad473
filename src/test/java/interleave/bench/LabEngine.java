package interleave.bench;

import interleave.schedule.LabFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schedule lab's engine in some checkout.
 *
 * @param folder the one that its package is in, as src/main/python is
 */
record LabEngine(Path folder) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path DRIVER = Path.of("src/test/resources/bench/explore.py");
  private static final String PACKAGE = "_interleave_lab";

  /** The engine is to stop long before, by itself. */
  private static final int PATIENCE_SECONDS = 30;

  LabEngine {
    if (!Files.isDirectory(folder.resolve(PACKAGE))) {
      throw new IllegalArgumentException("there is no " + PACKAGE + " in " + folder);
    }
  }

  /** Explores a program in a Python process of its own, without a sandbox. */
  LabResult explore(LabFile file) throws IOException, InterruptedException {
    var here = Files.createTempDirectory("lab");
    var program = Files.writeString(here.resolve("program.py"), file.code());
    var output = here.resolve("output");
    var errors = here.resolve("errors");
    var builder =
        new ProcessBuilder(
            "/usr/bin/python3",
            DRIVER.toString(),
            folder.toString(),
            file.granularity().name().toLowerCase(Locale.ROOT));
    builder.environment().put("PYTHONHASHSEED", "0");
    builder.redirectInput(program.toFile());
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    var python = builder.start();
    try {
      if (!python.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return new LabResult.Failed("still at it after %d s".formatted(PATIENCE_SECONDS));
      }
      var told = Files.readString(output);
      return told.isEmpty()
          ? new LabResult.Failed(lastLine(errors, python.exitValue()))
          : LabResult.Ended.of(JSON.readTree(told), file);
    } finally {
      python.destroyForcibly().waitFor();
      for (var each : new Path[] {program, output, errors, here}) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static String lastLine(Path errors, int exit) throws IOException {
    var lines = Files.readAllLines(errors);
    return lines.isEmpty() ? "exit code " + exit : lines.getLast();
  }
}
