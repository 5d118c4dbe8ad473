package interleave.run.interpreter;

import interleave.run.linux.ProcessMemory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the threads of a process and their frames, at one moment. For one thread. */
final class Threads {
  private static final int MOST_INTERPRETERS = 16;
  private static final int MOST_THREADS = 512;
  private static final int MOST_FRAMES = 60;

  /** On a frame's stack the lowest bits of an address say who counts the object. */
  private static final long ADDRESS = ~3L;

  private static final int CODE_UNIT_BYTES = 2;

  private final ProcessMemory memory;
  private final Layout layout;
  private final Objects objects;
  private final List<PyThread> all;
  private final Map<PyThread, List<Frame>> frames = new HashMap<>();

  /**
   * Reads which there are.
   *
   * @param runtime the address of the runtime object
   */
  Threads(ProcessMemory memory, Layout layout, Objects objects, long runtime) throws IOException {
    this.memory = memory;
    this.layout = layout;
    this.objects = objects;
    this.all = read(runtime);
  }

  List<PyThread> all() {
    return all;
  }

  /** Its frames, the innermost first; those that can be read. */
  List<Frame> frames(PyThread thread) {
    return frames.computeIfAbsent(thread, this::readFrames);
  }

  private List<PyThread> read(long runtime) throws IOException {
    var found = new ArrayList<PyThread>();
    long interpreter = memory.word(runtime + layout.firstInterpreter());
    for (int i = 0; interpreter != 0 && i < MOST_INTERPRETERS; i++) {
      long thread = memory.word(interpreter + layout.firstThread());
      while (thread != 0 && found.size() < MOST_THREADS) {
        var state = memory.at(thread, layout.thread().bytes());
        var fields = layout.thread();
        long frame = state.getLong(fields.frame());
        found.add(
            new PyThread(
                (int) state.getLong(fields.nativeId()),
                state.getLong(fields.ident()),
                fields.indirect() && frame != 0 ? memory.word(frame + Long.BYTES) : frame,
                fields.atEnd() == 0 ? 0 : state.getLong(fields.atEnd())));
        thread = state.getLong(fields.next());
      }
      interpreter = memory.word(interpreter + layout.nextInterpreter());
    }
    return found;
  }

  private List<Frame> readFrames(PyThread thread) {
    var found = new ArrayList<Frame>();
    try {
      long address = thread.frame();
      for (int i = 0; address != 0 && i < MOST_FRAMES; i++) {
        var fields = layout.frame();
        var frame = memory.at(address, fields.values());
        long code = frame.getLong(fields.code()) & ADDRESS;
        // Between calls of C and of Python there are frames without code.
        if (objects.type(code).equals("code")) {
          long end = fields.stack() == 0 ? 0 : frame.getLong(fields.stack());
          found.add(read(address, code, frame.getLong(fields.instruction()), end));
        }
        address = frame.getLong(fields.previous());
      }
    } catch (IOException _) {
      // The frames that were read stand; a thread that runs may leave the others meanwhile.
    }
    return found;
  }

  /** One frame; {@code end} is where its stack ends, 0 when that is not known. */
  private Frame read(long address, long codeAddress, long instruction, long end)
      throws IOException {
    var code = objects.code(codeAddress);
    long first = codeAddress + layout.code().instructions();
    long bottom = address + layout.frame().values() + (long) code.values() * Long.BYTES;
    long size = end == 0 ? code.stackSize() : (end - bottom) / Long.BYTES;
    int used = Math.clamp(size, 0, code.stackSize());
    var values = memory.at(bottom, used * Long.BYTES);
    var stack = Stream.generate(() -> values.getLong() & ADDRESS).limit(used).toList();
    return new Frame(code, (int) ((instruction - first) / CODE_UNIT_BYTES), stack);
  }
}
