package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent.Cause;
import interleave.run.RunEvent.Output;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Usage;
import interleave.run.RunEvent.Wait;
import interleave.run.linux.SystemCalls;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that change what the server reads of their memory. */
class ForgedMemoryTest extends OnEachPython {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What a whole look may allocate: the bytes that it reads, and small objects for each read. */
  private static final long MOST_ALLOCATED = 12 << 20;

  /**
   * Interpreters as 3.11 has them, made of plain bytes: 511 threads that each call one function
   * without end, whose stack has so many objects below a block; main waits for a lock.
   */
  private static final String STALLING =
      """
      import ctypes, threading
      kept = []
      def room(size):
          kept.append(ctypes.create_string_buffer(size + 64))
          return (ctypes.addressof(kept[-1]) + 63) & ~63
      def put(at, *words):
          for n, word in enumerate(words): ctypes.c_uint64.from_address(at + 8 * n).value = word
      def put_int(at, value): ctypes.c_uint32.from_address(at).value = value
      def put_text(at, text): ctypes.memmove(at, text, len(text)); return at
      def a_type(name):
          made = room(64); put(made + 24, put_text(room(64), name)); return made
      def a_string(text):
          made = room(300); put(made + 16, len(text)); put_text(made + 48, text); return made
      code_type, lock_type = a_type(b'code'), a_type(b'_thread.lock')
      function_type = a_type(b'builtin_function_or_method')
      def a_code(stack, table):
          bytes_of_it = room(64 + len(table))
          put(bytes_of_it + 16, len(table)); put_text(bytes_of_it + 32, table)
          made = room(256); put(made + 8, code_type); put(made + 40, bytes_of_it)
          put_int(made + 68, stack); put_int(made + 76, 0)
          put(made + 112, a_string(b'/box/main.py')); put(made + 128, a_string(b'f'))
          return made
      def a_frame(code, objects, previous):
          made = room(72 + 8 * 4096)
          put(made + 48, made if previous is None else previous)
          put(made + 32, code); put(made + 56, code + 184); put(made + 72, *objects)
          return made
      word, lock, leaving = room(64), room(64), room(64)
      put_int(word, 1); put(lock + 8, lock_type, word); put(leaving + 8, function_type, word, 8)
      waits = a_frame(a_code(1, b''), [lock], 0)
      # From instruction 0 on, 63 of them, with all objects below the block.
      objects = OBJECTS
      depth = [0x40 | objects * 2 >> 12, 0x40 | objects * 2 >> 6 & 63, objects * 2 & 63]
      calls = a_frame(a_code(objects, bytes([0x80, 63, 0, *depth])), [leaving] * objects, None)
      def a_thread(following, ident, number, frame):
          made, of_c = room(256), room(16)
          put(of_c, 0, frame); put(made + 8, following); put(made + 56, of_c)
          put(made + 152, ident, number)
          return made
      last = 0
      for n in range(511): last = a_thread(last, 1000 + n, 99000 + n, calls)
      last = a_thread(last, 1, threading.get_native_id(), waits)
      interpreter = room(64); put(interpreter + 16, last)
      runtime = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, '_PyRuntime'))
      put(runtime + 40, interpreter)
      class Time(ctypes.Structure): _fields_ = [('s', ctypes.c_long), ('ns', ctypes.c_long)]
      wait = ctypes.CDLL(None).syscall
      print('waits at', hex(word), flush=True)
      while True: wait(FUTEX, ctypes.c_void_p(word), 0, 1, ctypes.byref(Time(60, 0)), 0, 0)
      """;

  /** Says of its own objects, in the table that 3.13 and later have, that each is enormous. */
  private static final String ENORMOUS =
      """
      import ctypes, threading
      runtime = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, '_PyRuntime'))
      assert ctypes.string_at(runtime, 8) == b'xdebugpy'
      for n in range(3, 64): ctypes.c_uint64.from_address(runtime + 8 * n).value = 2**31 - 9
      lock = threading.Lock()
      with lock: print(lock.acquire(timeout=1))
      """;

  ForgedMemoryTest(String runtime) {
    super(runtime);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 4096})
  void an_interpreter_without_end_uses_up_a_look_and_no_more(int objects) throws Exception {
    assumeTrue(runtime().version().startsWith("3.11."), "forged as 3.11 has it");
    int futex = SystemCalls.numbers("futex").iterator().next();
    var run = start(STALLING.replace("OBJECTS", "" + objects).replace("FUTEX", "" + futex));
    var said =
        (Output) Ran.await(run, event -> event instanceof Output out && out.text().contains("0x"));
    int process = waitingAt(said.text().strip().replaceFirst(".* ", ""));
    var waits = new Waits(interpreter());
    waits.begin(List.of(process));
    long before = THREADS.getCurrentThreadAllocatedBytes();
    var wait = waits.of(process, process, "2.2");
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    waits.end();
    assertTrue(waits.wasCut());
    // Nothing is told where it was time that ran out.
    assertEquals(new Wait(Cause.THREAD, null), wait.orElse(new Wait(Cause.THREAD, null)));
    assertTrue(allocated < MOST_ALLOCATED, "" + allocated);
    run.stop();
    var ran = Ran.ended(run);
    assertEquals(Reason.STOPPED, ran.end().reason(), ran::toString);
    assertTrue(told(ran).stream().allMatch(each -> each.cause() == Cause.THREAD), ran::toString);
  }

  @Test
  void the_next_look_has_a_budget_of_its_own() throws Exception {
    var waits = new Waits(interpreter());
    waits.begin(List.of());
    waits.end();
    assertFalse(waits.wasCut());
  }

  @Test
  void a_program_does_not_decide_where_fields_lie() throws Exception {
    assumeFalse(runtime().version().startsWith("3.11."), "it has no table");
    var ran = run(ENORMOUS);
    assertEquals("False\n", ran.out(), ran::toString);
    assertTrue(told(ran).contains(new Wait(Cause.LOCK, "2.2")), ran::toString);
  }

  private static List<Wait> told(Ran ran) {
    return ran.only(Usage.class).stream()
        .flatMap(usage -> usage.waits().values().stream())
        .flatMap(Optional::stream)
        .toList();
  }

  private Interpreter interpreter() throws SandboxProblem {
    return Interpreters.find("/usr/bin/python3", RealRunner.INSTALLED).stream()
        .filter(each -> each.runtime().equals(runtime()))
        .findFirst()
        .orElseThrow();
  }

  /** The process whose first thread the kernel lets wait at an address. */
  private static int waitingAt(String address) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < deadline) {
      for (var process : ProcessHandle.current().descendants().toList()) {
        try {
          var call = Files.readString(Path.of("/proc/" + process.pid() + "/syscall"));
          if (call.contains(" " + address + " ")) {
            return (int) process.pid();
          }
        } catch (IOException _) {
          // It has ended.
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("nobody waits at " + address);
  }
}
