package interleave.run.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that stand beside every program in the sandbox (src/main/python). */
final class HookFiles {
  private static final List<String> NAMES =
      List.of(
          "etc/hosts",
          "etc/nsswitch.conf",
          "sitecustomize.py",
          "_interleave_template.py",
          "_interleave_ending.py",
          "_interleave_frames.py",
          "_interleave_streams.py",
          "_interleave_tasks.py",
          "_interleave_clone.py",
          "_interleave_network.py",
          "_interleave_web.py",
          "_interleave_pages.py",
          "_interleave_boot.py");

  private HookFiles() {}

  /** Names and contents; one with a folder stands there, all others where Python imports from. */
  static Map<String, byte[]> read() {
    var files = new LinkedHashMap<String, byte[]>();
    for (var name : NAMES) {
      try (var stream = HookFiles.class.getResourceAsStream("/python/" + name)) {
        if (stream == null) {
          throw new IllegalStateException(name + " is missing from the build");
        }
        files.put(name, stream.readAllBytes());
      } catch (IOException thrown) {
        throw new UncheckedIOException(thrown);
      }
    }
    return files;
  }
}
