package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import interleave.run.RealRunner;
import interleave.run.RunEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A program ends in the sandbox as it ends where nobody has a hand in it: same words, same code.
 */
class ProgramEndTest extends OnEachPython {
  private static final String BARE =
      "--symlink usr/bin /bin --symlink usr/lib /lib --symlink usr/lib64 /lib64 --proc /proc"
          + " --dev /dev --tmpfs /tmp --chdir /box --clearenv --setenv LANG C.UTF-8";

  private static final String NOISY =
      """
      class Noisy:
          def __init__(self, name): self.name = name
          def __del__(self): print("end of", self.name, flush=True)
      """;

  static final List<String> PROGRAMS =
      List.of(
          "first, second = Noisy('first'), Noisy('second')",
          "it = Noisy('one that a function sees')\ndef see(): return it",
          "cycle = Noisy('a cycle'); cycle.itself = cycle; del cycle",
          "import sys; it = Noisy('it'); sys.exit(3)",
          "import sys; it = Noisy('it'); sys.exit('a text is an error')",
          "import sys; it = Noisy('it'); sys.exit()",
          "raise SystemExit(200)",
          "it = Noisy('it'); raise ValueError('uncaught')",
          "it = Noisy('it'); int('x' * 3)",
          "def broken(:",
          "raise KeyboardInterrupt",
          "import atexit; it = Noisy('it'); atexit.register(print, 'first'); atexit.register(print, 2)",
          "import atexit; it = Noisy('it')\n@atexit.register\ndef last(): print('last', it.name)",
          "import atexit; atexit.register(lambda: 1 / 0); it = Noisy('it')",
          "import weakref; it = Noisy('it'); weakref.finalize(it, print, 'finalized')",
          "import asyncio, concurrent.futures.process, multiprocessing.queues, queue\nqueue.left = Noisy('left in a module'); it = Noisy('it')",
          "import builtins; builtins.left = Noisy('left in builtins')",
          "import json; json.left = Noisy('left in a module of its own import')",
          "class Bad:\n    def __del__(self): raise ValueError('at the end')\nit = Bad()",
          "class Late:\n    def __del__(self): import decimal; print(decimal)\nit = Late()",
          "def counting():\n    try: yield 1\n    finally: print('closed')\nc = counting(); next(c)",
          "async def never(): pass\nit = never()",
          "import threading, time; it = Noisy('it')\n"
              + "threading.Thread(target=lambda: (time.sleep(0.1), print('thread'))).start()",
          "import threading, time; it = Noisy('it')\n"
              + "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
          "import concurrent.futures as f; pool = f.ThreadPoolExecutor(2)\n"
              + "pool.submit(print, 'in a pool'); it = Noisy('it')",
          "import multiprocessing; m = multiprocessing.get_context('fork'); it = Noisy('it')\n"
              + "p = m.Process(target=print, args=('in a process',)); p.start(); p.join()",
          "import os, sys; it = Noisy('it')\nif os.fork(): os.wait(); print('parent')",
          "import os, sys\nif os.fork() == 0: sys.exit(9)\nprint(os.waitstatus_to_exitcode(os.wait()[1]))",
          "import sys; print('no end of line', end=''); sys.stdout.close(); it = 1",
          "import sys; sys.stdout = None; it = Noisy('it')",
          "import ctypes; ctypes.CDLL(None).printf(b'from C'); it = 1",
          "import gc; gc.disable(); cycle = Noisy('cycle'); cycle.itself = cycle; del cycle",
          "import gc; gc.freeze(); cycle = Noisy('cycle'); cycle.itself = cycle; del cycle",
          "import signal; it = Noisy('it'); signal.signal(signal.SIGTERM, lambda *_: it)",
          "import sys; it = Noisy('it'); sys.excepthook = lambda *_: print('mine', it); 1 / 0",
          "import sys; it = Noisy('it'); sys.displayhook = lambda *_: it",
          "import tempfile; t = tempfile.TemporaryFile(); it = Noisy('it')",
          "import os; os._exit(7)",
          "import os, signal; os.kill(os.getpid(), signal.SIGKILL)");

  private final Interpreter python;

  @TempDir Path folder;

  ProgramEndTest(String runtime) throws SandboxProblem {
    super(runtime);
    python =
        Interpreters.find("/usr/bin/python3", RealRunner.INSTALLED).stream()
            .filter(each -> each.runtime().name().equals(runtime))
            .findFirst()
            .orElseThrow();
  }

  @ParameterizedTest
  @FieldSource("PROGRAMS")
  void as_without_the_server(String program) throws Exception {
    var code = program.contains("Noisy") ? NOISY + program : program;
    Files.writeString(folder.resolve("main.py"), code);
    var out = folder.resolve("out");
    var err = folder.resolve("err");
    int exit =
        new ProcessBuilder(bare())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    var ran = run(code);
    assertEquals(
        summary(Files.readString(out), Files.readString(err), exit),
        summary(ran.out(), ran.err(), code(ran.end())));
  }

  /** As bubblewrap and shells tell a signal. */
  private static @Nullable Integer code(RunEvent.End end) {
    var signal = end.signal();
    return signal == null ? end.exit() : Integer.valueOf(128 + signal);
  }

  /** The same system, program and folder, and nothing of ours. */
  private List<String> bare() {
    var words = new ArrayList<>(List.of("/usr/bin/bwrap", "--bind", folder.toString(), "/box"));
    words.addAll(List.of("--ro-bind", python.usr().folder().toString(), "/usr"));
    words.addAll(List.of(BARE.split(" ", -1)));
    words.addAll(List.of(python.path(), "/box/main.py"));
    return words;
  }

  /** What is registered with Py_AtExit is called when the interpreter is taken apart. */
  @Test
  void the_interpreter_is_taken_apart_only_when_the_end_is_not_plain() throws Exception {
    var abort =
        """
        import ctypes
        ctypes.pythonapi.Py_AtExit(ctypes.CDLL(None).abort)
        """;
    assertEquals(6, run(abort + "raise SystemExit(1)").end().signal());
    if (python.runtime().version().startsWith("3.11.")) {
      assertEquals(0, run(abort + "print('plain')").end().exit());
    }
  }

  private static String summary(String out, String err, @Nullable Integer exit) {
    return (out + "\n" + err).replaceAll("0x[0-9a-f]+", "0x...") + "\nexit " + exit;
  }
}
