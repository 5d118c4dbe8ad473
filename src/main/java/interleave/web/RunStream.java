package interleave.web;

import interleave.run.Run;
import interleave.run.RunLog;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Streams the log of a run as server-sent events, from its beginning or from where a client was cut
 * off, until the run has ended, the client has left, or {@link #close} is called. A client that is
 * so slow that its run is given up meanwhile gets no end.
 */
final class RunStream implements AutoCloseable {
  /** How long streams may take to send what they have when the server stops. */
  private static final Duration REST = Duration.ofSeconds(1);

  /** How many events are put into one write at most. */
  private static final int AT_ONCE = 256;

  private final Duration heartbeat;
  private final Set<Thread> streaming = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param heartbeat how long a stream may be silent before a comment is sent, which also shows
   *     whether the client is still there
   */
  RunStream(Duration heartbeat) {
    this.heartbeat = heartbeat;
  }

  /** What becomes of a run's entries on their way to a client. */
  interface Messages {
    /**
     * Messages of the first of these entries, or of all; {@code last} is the number of the last
     * entry that is in them. There may be none of an entry.
     */
    RunMessages of(List<RunLog.Entry> entries);
  }

  /** Sends events until there are no more; holds the request's thread, a virtual one. */
  void send(Context ctx, Run run) {
    send(ctx, run, lastSeen(ctx, run.log()), RunMessages::of);
  }

  /** As {@link #send(Context, Run)}, for events that are made of all of the run's so far. */
  void sendExploration(Context ctx, Run run) {
    var messages = new ExplorationMessages(run, lastSeen(ctx, run.log()));
    send(ctx, run, messages.seen() == run.log().last() ? messages.seen() : 0, messages);
  }

  private void send(Context ctx, Run run, long seen, Messages messages) {
    if (run.log().ended() && run.log().last() == seen) {
      // The one status that keeps an EventSource from asking again.
      ctx.status(204);
      return;
    }
    var response = ctx.res();
    response.setContentType("text/event-stream; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    streaming.add(Thread.currentThread());
    try {
      if (HandlerType.HEAD.equals(ctx.method())) {
        // Of unknown length, as the stream would be.
        response.flushBuffer();
      } else {
        stream(run.log(), seen, messages, response.getOutputStream());
      }
    } catch (IOException _) {
      // The client has left, or took nothing for too long; its run goes on for a while, and it may
      // come back for the rest.
    } catch (InterruptedException _) {
      // The server stops.
    } finally {
      streaming.remove(Thread.currentThread());
    }
  }

  /**
   * Ends all streams. Those whose run has ended get a moment to send the rest; clients of the
   * others will find out that they were cut off.
   */
  @Override
  public void close() {
    long deadline = System.nanoTime() + REST.toNanos();
    try {
      for (var thread : streaming) {
        long left = deadline - System.nanoTime();
        if (left > 0) {
          thread.join(Duration.ofNanos(left));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    closed = true;
    streaming.forEach(Thread::interrupt);
  }

  private void stream(RunLog log, long seen, Messages messages, OutputStream out)
      throws IOException, InterruptedException {
    try (var _ = log.listen()) {
      pump(log, seen, messages, out);
    }
  }

  private void pump(RunLog log, long seen, Messages messages, OutputStream out)
      throws IOException, InterruptedException {
    // Sent at once, so that the client has its headers while the run is still silent.
    write(out, "retry: 1000\n\n");
    while (!closed) {
      // Asked before reading: what is read after the end is everything.
      boolean ended = log.ended();
      var entries = ended ? log.after(seen, AT_ONCE) : log.await(seen, AT_ONCE, heartbeat);
      if (entries.isEmpty() && ended) {
        return;
      }
      var next = messages.of(entries);
      write(out, next.isEmpty() ? ":\n\n" : next.text());
      seen = Math.max(seen, next.last());
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** The number of the last event the client has; 0 when it says none, or one that is not there. */
  private static long lastSeen(Context ctx, RunLog log) {
    var header = ctx.header("Last-Event-ID");
    if (header == null) {
      return 0;
    }
    try {
      long seen = Long.parseLong(header);
      return seen < 0 || seen > log.last() ? 0 : seen;
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
