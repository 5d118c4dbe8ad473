package interleave.run.sandbox;

import interleave.run.linux.Child;
import interleave.run.linux.Fd;
import interleave.run.linux.LinuxException;
import interleave.run.linux.MemoryFile;
import interleave.run.linux.Receiver;
import interleave.run.linux.Receiver.Received;
import interleave.run.linux.Rights;
import interleave.run.linux.SocketPair;
import interleave.run.linux.User;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A warm interpreter that makes sandboxes by forking itself
 * (src/main/python/_interleave_template.py says how). It is in a sandbox of bubblewrap's; when it
 * ends, all that it made ends with it. It ends when our end of its control socket is closed, also
 * by our death. For the starter's thread.
 */
final class Template implements AutoCloseable {
  /** How long it may take to come up, and to make a sandbox. */
  static final int HELLO_MILLIS = 10_000;

  /** How long it may take to end by itself when we do not know whom to kill. */
  private static final int END_MILLIS = 5_000;

  private static final byte[] GO = {1};
  private static final byte[] NO_MORE = {0};

  private final Child bubblewrap;
  private final Fd control;
  private final Fd complaints;
  private final Receiver receiver = new Receiver();
  private @Nullable Child inner;

  /**
   * Takes over one that was started.
   *
   * @param bubblewrap the process to collect
   * @param control takes requests
   * @param complaints tells why it cannot serve
   */
  Template(Child bubblewrap, Fd control, Fd complaints) {
    this.bubblewrap = bubblewrap;
    this.control = control;
    this.complaints = complaints;
  }

  /** Takes hold of process 1 inside: when that is killed, nothing is left. */
  void isIn(Child process) {
    inner = process;
  }

  /**
   * Makes a sandbox.
   *
   * @param user whom it is to be, as a number in the template's own namespace; 0 for whom it is
   * @throws TemplateDiedException when it will never again
   * @throws IOException when it cannot now
   */
  Sandbox fork(int user, Group group) throws IOException {
    try (var kept = new Kept()) {
      var in = kept.add(MemoryFile.empty());
      var program = kept.add(MemoryFile.empty());
      var out = kept.add(SocketPair.open());
      var err = kept.add(SocketPair.open());
      var word = kept.add(SocketPair.open());
      var ending = kept.add(SocketPair.open());
      var sockets = List.of(out.theirs(), err.theirs(), word.theirs(), ending.theirs());
      var descriptors = new ArrayList<Fd>(List.of(in));
      descriptors.addAll(sockets);
      descriptors.add(program);
      var entrances = group.entrances();
      entrances.forEach(kept::add);
      descriptors.addAll(entrances);
      send(number(user), descriptors);
      sockets.forEach(Fd::close);
      entrances.forEach(Fd::close);
      var init = kept.add(hello(out.ours(), err.ours()));
      letGoFirst(init.pid());
      word.ours().write(GO);
      kept.release();
      return new Sandbox(
          init, out.ours(), err.ours(), in, program, word.ours(), ending.ours(), group);
    }
  }

  /** Whether it can serve. */
  boolean isAlive() throws LinuxException {
    return !bubblewrap.hasEnded();
  }

  /** What it said when it failed, for the person who runs the server. */
  String complaint() throws LinuxException {
    return text(complaints);
  }

  /** Makes no more sandboxes; it ends after the last of those that it made. */
  void retire() {
    try {
      control.write(NO_MORE);
    } catch (LinuxException _) {
      // It has ended.
    }
  }

  /**
   * Collects it, if it has ended.
   *
   * @return whether it had
   */
  boolean collect() {
    return bubblewrap.reap();
  }

  /** Ends it and all that it made, at once. */
  @Override
  public void close() {
    try {
      end();
    } catch (LinuxException _) {
      // Then the kernel keeps the rest of it until we end.
    }
    release();
  }

  /** Lets go of one that has ended. */
  void release() {
    control.close();
    complaints.close();
    receiver.close();
    bubblewrap.close();
    if (inner != null) {
      inner.close();
    }
  }

  /** The first word is process 1's own; it waits for ours, so its number is no other's by now. */
  private Child hello(Fd out, Fd err) throws IOException {
    if (!out.awaitInput(HELLO_MILLIS)) {
      throw new TemplateDiedException("no sandbox came up in time");
    }
    if (receiver.receive(out) instanceof Received.Piece(int pid, ByteBuffer _)) {
      return Child.of(pid);
    }
    var why = text(err);
    throw why.isEmpty()
        ? new TemplateDiedException("the template of the sandboxes died")
        : new IOException("no sandbox can be made: " + why);
  }

  private void send(byte[] message, List<Fd> descriptors) throws IOException {
    try {
      Rights.send(control, message, descriptors);
    } catch (LinuxException thrown) {
      throw isAlive() ? thrown : new TemplateDiedException(String.valueOf(thrown.getMessage()));
    }
  }

  /**
   * When the machine runs out of memory, the kernel takes a program before anything of ours. A
   * sandbox asks for that itself, and its program can take it back; but not where root says it and
   * has CAP_SYS_RESOURCE (see proc_pid_oom_score_adj(5)).
   */
  private static void letGoFirst(int init) throws IOException {
    if (User.isRoot()) {
      Files.writeString(Path.of("/proc", Integer.toString(init), "oom_score_adj"), "1000");
    }
  }

  /** Process 1 first: as long as it sets up, it would not notice that bubblewrap is gone. */
  private void end() throws LinuxException {
    control.close();
    if (inner == null) {
      bubblewrap.awaitEnd(END_MILLIS);
    } else {
      inner.kill();
      inner.awaitEnd(END_MILLIS);
    }
    bubblewrap.kill();
    bubblewrap.collect();
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static String text(Fd socket) throws LinuxException {
    return socket.awaitInput(0)
        ? new String(socket.read(2000), StandardCharsets.UTF_8).strip()
        : "";
  }
}
