package interleave.run.sandbox;

import interleave.run.linux.LinuxException;
import interleave.run.linux.Receiver.Received;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * A sandbox without a program: first it warms up, then it says that it is ready, and from then on
 * any other word or its death makes it useless. For the poller's thread.
 */
final class IdleSandbox {
  private static final Logger LOG = System.getLogger(IdleSandbox.class.getName());

  private final Sandbox sandbox;
  private final Poller poller;
  private final Watches watches;
  private final Consumer<IdleSandbox> ready;
  private final Consumer<IdleSandbox> useless;
  private final long since = System.nanoTime();
  private boolean isReady;

  IdleSandbox(
      Sandbox sandbox, Poller poller, Consumer<IdleSandbox> ready, Consumer<IdleSandbox> useless) {
    this.sandbox = sandbox;
    this.poller = poller;
    this.ready = ready;
    this.useless = useless;
    watches = new Watches(poller);
  }

  /** Begins to watch it. */
  void watch() throws LinuxException {
    watches.add(sandbox.out(), this::hear);
    watches.add(sandbox.init().fd(), () -> useless.accept(this));
  }

  /** How long it has been there, in nanoseconds. */
  long age() {
    return System.nanoTime() - since;
  }

  /** Hands the sandbox over; nothing of it is watched any more. */
  Sandbox release() {
    watches.removeAll();
    return sandbox;
  }

  /** Ends it, and collects it later. */
  void bury() {
    Burial.of(release(), poller);
  }

  /** Ends it, and waits until it has ended. */
  void end() {
    try (var last = release()) {
      last.kill();
      last.init().collect();
    } catch (LinuxException thrown) {
      LOG.log(Level.ERROR, "the end of a sandbox cannot be awaited: {0}", thrown.getMessage());
    }
  }

  private void hear() {
    try {
      boolean word =
          poller.receiver().receive(sandbox.out()) instanceof Received.Piece(int _, ByteBuffer said)
              && isReadyFrame(said);
      if (word && !isReady) {
        isReady = true;
        ready.accept(this);
      } else {
        useless.accept(this);
      }
    } catch (LinuxException _) {
      useless.accept(this);
    }
  }

  private static boolean isReadyFrame(ByteBuffer said) {
    var heard = new boolean[1];
    new FrameParser()
        .feed(
            said,
            new FrameParser.Sink() {
              @Override
              public void frame(char kind, int thread, ByteBuffer payload) {
                heard[0] = kind == 'R';
              }

              @Override
              public void plain(ByteBuffer bytes) {}
            });
    return heard[0];
  }
}
