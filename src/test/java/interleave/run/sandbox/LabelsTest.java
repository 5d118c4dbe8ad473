package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent;
import interleave.run.RunEvent.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output stands in the order in which it was written, under the task that wrote it. */
class LabelsTest extends OnEachPython {
  LabelsTest(String runtime) {
    super(runtime);
  }

  @Test
  void threads_have_their_names_and_their_parent() throws Exception {
    var ran =
        run(
            """
            import threading
            def work(): print('by', threading.current_thread().name)
            for name in ('ann', 'bob'):
                thread = threading.Thread(target=work, name=name)
                thread.start()
                thread.join()
            print('by main')
            """);
    assertEquals("by ann\nby bob\nby main\n", ran.out());
    assertEquals(ran.taskNamed("ann"), ran.writerOf("by ann"));
    assertEquals(ran.taskNamed("bob"), ran.writerOf("by bob"));
    assertEquals("2.2", ran.writerOf("by main"));
    var ann = ran.tasks().stream().filter(task -> "ann".equals(task.name())).findFirst();
    assertEquals("2.2", ann.orElseThrow().parent());
    assertEquals(Kind.THREAD, ann.orElseThrow().kind());
  }

  @Test
  void threads_of_the_same_name_stay_apart() throws Exception {
    var ran =
        run(
            """
            import threading
            for n in range(2):
                threading.Thread(target=print, args=(f'number {n}',), name='same').start()
            """);
    assertNotEquals(ran.writerOf("number 0"), ran.writerOf("number 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fork", "spawn", "forkserver"})
  void processes_have_their_names_however_they_start(String method) throws Exception {
    var ran =
        run(
            """
            import multiprocessing, threading
            def work():
                print('from the process')
                thread = threading.Thread(target=print, args=('from its thread',), name='inner')
                thread.start()
                thread.join()
            if __name__ == '__main__':
                context = multiprocessing.get_context('%s')
                process = context.Process(target=work, name='worker')
                process.start()
                process.join()
                print('from main', process.exitcode)
            """
                .formatted(method));
    var worker = ran.taskNamed("worker");
    assertEquals("from main 0\n", ran.outputs().getLast().text(), ran.toString());
    assertEquals(worker, ran.writerOf("from the process"));
    assertEquals(ran.taskNamed("inner"), ran.writerOf("from its thread"));
    assertTrue(ran.taskNamed("inner").startsWith(worker.split("\\.", -1)[0] + "."));
    assertTrue(
        ran.tasks().stream()
            .anyMatch(t -> t.task().equals(worker) && t.state() == RunEvent.State.END));
  }

  @Test
  void output_names_the_line_that_wrote_it_also_by_way_of_a_library() throws Exception {
    var ran =
        run(
            """
            import logging, os, pprint, sys
            print('a',
                  end='')
            print('b')
            def say(): sys.stdout.write('c\\n')
            say()
            pprint.pprint('d')
            logging.warning('e')
            os.write(1, b'f\\n')
            print('g', flush=True)
            print()
            """);
    var lines = ran.outputs().stream().map(output -> output.text().strip() + output.line());
    assertEquals(
        List.of("a2", "b4", "c5", "'d'7", "WARNING:root:e8", "fnull", "g10", "11"), lines.toList());
  }

  @Test
  void what_is_written_past_python_belongs_to_its_process() throws Exception {
    var ran =
        run(
            """
            import os, subprocess, sys
            os.write(1, b'raw\\n')
            sys.stdout.buffer.write(b'buffer\\n')
            sys.stdout.flush()
            subprocess.run(['sh', '-c', 'echo child; echo complaint >&2; sleep 0.05'])
            if os.fork() == 0:
                os.write(1, b'forked\\n')
                os._exit(0)
            os.wait()
            """);
    assertEquals("2.2", ran.writerOf("raw"));
    assertEquals("2.2", ran.writerOf("buffer"));
    assertEquals(ran.taskNamed("sh"), ran.writerOf("child"));
    assertEquals(ran.taskNamed("sh"), ran.writerOf("complaint"));
    assertEquals("complaint\n", ran.err());
    assertEquals(ran.taskNamed("fork"), ran.writerOf("forked"));
  }

  @Test
  void both_streams_of_python_keep_their_common_order() throws Exception {
    var ran =
        run(
            """
            import sys
            for n in range(50):
                print(n, file=sys.stderr if n % 2 else sys.stdout)
            """);
    var texts = ran.outputs().stream().map(RunEvent.Output::text).toList();
    assertEquals(IntStream.range(0, 50).mapToObj(n -> n + "\n").toList(), texts);
  }

  @Test
  void times_and_order_agree() throws Exception {
    var ran =
        run(
            """
            import threading, time
            def work():
                for n in range(20):
                    print(n)
                    time.sleep(0.001)
            threads = [threading.Thread(target=work) for _ in range(4)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            """);
    var times = ran.outputs().stream().mapToLong(RunEvent.Output::t).toArray();
    assertTrue(IntStream.range(1, times.length).allMatch(i -> times[i - 1] <= times[i]));
    assertEquals(80, ran.out().lines().count());
  }

  @Test
  void a_line_in_pieces_is_one_event_and_unflushed_text_comes_at_the_end() throws Exception {
    var ran = run("print('a', 1, 'b', sep='-')\nprint('no newline', end='')");
    assertEquals("a-1-b\n", ran.outputs().getFirst().text());
    assertEquals("no newline", ran.outputs().getLast().text());
  }

  @Test
  void forged_frames_and_ruined_streams_harm_nobody() throws Exception {
    var ran =
        run(
            """
            import os, struct, sys, threading
            def frame(kind, task, payload):
                return struct.pack('<2scIH', b'\\xff\\x1e', kind, task, len(payload)) + payload
            os.write(1, frame(b'o', 4242, b'not by 4242\\n'))
            os.write(1, frame(b'P', 1, b'mallory\\x001.1\\x0099'))
            os.write(1, frame(b'B', 1, b''))
            os.write(1, frame(b'U', 1, b'nonsense'))
            os.write(1, frame(b'U', 1, b'99999999999999999999 1'))
            os.write(1, frame(b'?', 1, b'what'))
            os.write(1, b'\\xff')
            os.write(1, b'\\xff\\x1eo')
            os.write(1, b'\\xff\\xfe plain bytes\\n')
            sys.stdout = None
            print('nowhere')
            sys.stdout = sys.__stdout__
            sys.stdout.close()
            os.write(1, b'still here\\n')
            os.closerange(3, 300)
            threading.Thread(target=os.write, args=(1, b'a thread\\n')).start()
            """);
    assertEquals("2.2", ran.writerOf("not by 4242"));
    assertTrue(ran.out().contains("plain bytes\n"), ran.out());
    assertTrue(ran.out().contains("still here\n"), ran.out());
    assertTrue(ran.out().contains("a thread\n"), ran.out());
    assertEquals(RunEvent.Reason.EXITED, ran.end().reason(), ran.toString());
    assertTrue(ran.outputs().stream().allMatch(output -> output.task().startsWith("2.")));
  }

  @Test
  void output_sent_elsewhere_does_not_come_here() throws Exception {
    var ran =
        run(
            """
            import contextlib, io, os, subprocess, sys
            held = io.StringIO()
            with contextlib.redirect_stdout(held): print('held')
            child = subprocess.run([sys.executable, '-c', 'print(12)'], capture_output=True)
            print('child said', child.stdout)
            target = os.open('/tmp/out', os.O_WRONLY | os.O_CREAT)
            saved = os.dup(1)
            os.dup2(target, 1)
            print('to the file')
            os.dup2(saved, 1)
            print('file has', open('/tmp/out', 'rb').read())
            """);
    assertEquals("child said b'12\\n'\nfile has b'to the file\\n'\n", ran.out());
  }
}
