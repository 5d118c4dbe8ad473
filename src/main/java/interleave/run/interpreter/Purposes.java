package interleave.run.interpreter;

import interleave.run.RunEvent.Cause;
import java.util.List;
import java.util.Optional;

/** What a wait is for, by the functions of Python's library that it happens in. */
final class Purposes {
  /** A function of the library, and what somebody waits for who waits in it. */
  private record Purpose(String file, String name, Cause cause) {}

  private static final List<Purpose> KNOWN =
      List.of(
          new Purpose("threading.py", "Condition.wait", Cause.CONDITION),
          new Purpose("threading.py", "Event.wait", Cause.EVENT),
          new Purpose("threading.py", "Semaphore.acquire", Cause.SEMAPHORE),
          new Purpose("threading.py", "Barrier.wait", Cause.BARRIER),
          new Purpose("queue.py", "Queue.get", Cause.QUEUE),
          new Purpose("queue.py", "Queue.put", Cause.QUEUE),
          new Purpose("queue.py", "Queue.join", Cause.QUEUE),
          new Purpose("concurrent/futures/_base.py", "Future.result", Cause.RESULT),
          new Purpose("concurrent/futures/_base.py", "Future.exception", Cause.RESULT),
          new Purpose("concurrent/futures/_base.py", "wait", Cause.RESULT),
          new Purpose("concurrent/futures/_base.py", "as_completed", Cause.RESULT),
          new Purpose("multiprocessing/pool.py", "ApplyResult.wait", Cause.RESULT),
          new Purpose("multiprocessing/pool.py", "IMapIterator.next", Cause.RESULT),
          new Purpose("multiprocessing/synchronize.py", "Condition.wait", Cause.CONDITION),
          new Purpose("multiprocessing/synchronize.py", "Event.wait", Cause.EVENT),
          new Purpose("multiprocessing/queues.py", "Queue.get", Cause.QUEUE),
          new Purpose("multiprocessing/queues.py", "Queue.put", Cause.QUEUE),
          new Purpose("multiprocessing/queues.py", "JoinableQueue.join", Cause.QUEUE),
          new Purpose("multiprocessing/queues.py", "SimpleQueue.get", Cause.QUEUE),
          new Purpose("multiprocessing/queues.py", "SimpleQueue.put", Cause.QUEUE));

  private Purposes() {}

  /**
   * The outermost that is known: an event waits on a condition, and a result on an event.
   *
   * @param frames of a thread, the innermost first
   */
  static Optional<Cause> of(Iterable<Frame> frames) {
    var outermost = Optional.<Cause>empty();
    for (var frame : frames) {
      if (!frame.code().isPythons()) {
        break;
      }
      var cause = of(frame.code());
      outermost = cause.isPresent() ? cause : outermost;
    }
    return outermost;
  }

  private static Optional<Cause> of(Code code) {
    return KNOWN.stream()
        .filter(known -> code.is(known.file, known.name))
        .map(Purpose::cause)
        .findFirst();
  }
}
