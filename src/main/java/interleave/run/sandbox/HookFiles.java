package interleave.run.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
          "_interleave_mounts.py",
          "_interleave_network.py",
          "_interleave_web.py",
          "_interleave_pages.py",
          "_interleave_boot.py");

  /** The schedule lab, of which a program in it is a part (src/main/python/_interleave_lab). */
  private static final String LAB = "_interleave_lab/";

  private static final List<String> LAB_NAMES =
      List.of(
          "__init__.py",
          "access.py",
          "accesses.py",
          "answers.py",
          "assumptions.py",
          "attributes.py",
          "call_opcodes.py",
          "callees.py",
          "calls.py",
          "confinement.py",
          "current.py",
          "dependence.py",
          "draws.py",
          "effects.py",
          "ends.py",
          "execution.py",
          "exits.py",
          "explore.py",
          "futures.py",
          "gates.py",
          "idling.py",
          "leavings.py",
          "libraries.py",
          "locks.py",
          "main.py",
          "modules.py",
          "naming.py",
          "opcodes.py",
          "outcomes.py",
          "ownership.py",
          "peek.py",
          "pools.py",
          "program.py",
          "queues.py",
          "races.py",
          "randomness.py",
          "reach.py",
          "record.py",
          "sampling.py",
          "remaining.py",
          "schedule.py",
          "search.py",
          "selfcheck.py",
          "setup.py",
          "spinning.py",
          "stepping.py",
          "steps.py",
          "symmetry.py",
          "tasks.py",
          "threads.py",
          "trace.py",
          "uncaught.py",
          "value_opcodes.py",
          "variable_opcodes.py",
          "waiting.py",
          "watching.py",
          "words.py",
          "work.py");

  private HookFiles() {}

  private static List<String> names() {
    return Stream.concat(NAMES.stream(), LAB_NAMES.stream().map(name -> LAB + name)).toList();
  }

  /** Names and contents; those in etc stand there, all others where Python imports from. */
  static Map<String, byte[]> read() {
    var files = new LinkedHashMap<String, byte[]>();
    for (var name : names()) {
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
