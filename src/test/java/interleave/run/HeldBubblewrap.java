package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * A bubblewrap that stands still while it makes its first sandbox, until it is let go.
 *
 * @param program to be started in its place
 * @param gate what it waits for, named among the arguments of all that it starts
 */
public record HeldBubblewrap(Path program, Path gate, At stage) {
  /** Where it stands still. */
  public enum At {
    /** It has done nothing yet. */
    START("read -r word <$gate; exec /usr/bin/bwrap --setenv GATE $gate \"$@\"") {
      @Override
      boolean stands(Stream<String> commands) {
        return commands.anyMatch("/bin/sh"::equals);
      }
    },
    /** Its inner process waits for the outer one, and that for our word on descriptor 5. */
    SET_UP("exec 5<>$gate; exec /usr/bin/bwrap --setenv GATE $gate \"$@\"") {
      @Override
      boolean stands(Stream<String> commands) {
        return commands.filter("/usr/bin/bwrap"::equals).count() == 2;
      }
    };

    private final String script;

    At(String script) {
      this.script = script;
    }

    /** Only for root bubblewrap waits for a word of ours. */
    public boolean canBeHeld() {
      return this != SET_UP || "root".equals(System.getProperty("user.name"));
    }

    abstract boolean stands(Stream<String> commands);
  }

  /** Makes one in a folder that the user of the sandboxes may see from now on. */
  public static HeldBubblewrap in(Path folder, At stage) throws IOException, InterruptedException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var gate = folder.resolve("gate");
    assertEquals(0, new ProcessBuilder("mkfifo", "--mode=666", gate.toString()).start().waitFor());
    var program = folder.resolve("bwrap");
    Files.writeString(program, "#!/bin/sh\n" + stage.script.replace("$gate", gate.toString()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new HeldBubblewrap(program, gate, stage);
  }

  /** Waits until one that a server started stands still. */
  public void await(ProcessHandle server) throws IOException, InterruptedException {
    Processes.await(() -> stage.stands(server.descendants().map(HeldBubblewrap::command)));
  }

  public void letGo() throws IOException, InterruptedException {
    // Opened for reading too, so that this waits for nobody.
    try (var file = new RandomAccessFile(gate.toFile(), "rw")) {
      file.write('\n');
      if (stage == At.START) {
        Processes.await(() -> Processes.with(program.toString()) == 0);
      }
    }
  }

  private static String command(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).split("\0", 2)[0];
    } catch (IOException _) {
      return "";
    }
  }
}
