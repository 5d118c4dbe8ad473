package interleave.demos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.content.AskedProgram;
import interleave.content.ContentProblem;
import interleave.content.CourseReader;
import interleave.course.Lesson;
import interleave.course.Quiz;
import interleave.run.PythonRuntime;
import interleave.run.RealRunner;
import interleave.run.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What quizzes hold to be possible is just what every Python here can make of their programs. */
class KeptOutcomesTest {
  private static final Path CONTENT = Path.of("content");
  private static Runner runner;

  @BeforeAll
  static void open() {
    runner = RealRunner.create();
  }

  @AfterAll
  static void close() {
    runner.close();
  }

  @TestFactory
  Stream<DynamicTest> what_is_kept_of_a_program_is_what_can_come_of_it() {
    return AskedProgram.all(CONTENT).stream()
        .flatMap(
            program ->
                Explored.runtimes(runner, program).stream()
                    .map(
                        runtime ->
                            DynamicTest.dynamicTest(
                                program.id() + " on Python " + runtime.name(),
                                () -> check(program, runtime))));
  }

  @Test
  void the_recorder_keeps_what_a_course_needs(@TempDir Path folder) throws Exception {
    var content = folder.resolve("content");
    copy(content);
    var asked = AskedProgram.all(content);
    for (var program : asked) {
      Files.delete(content.resolve(program.outcomes()));
    }
    assertThrows(ContentProblem.class, () -> CourseReader.read(content));

    for (var program : asked) {
      assertTrue(KeptOutcomes.record(content, program, runner), program::id);
    }
    assertEquals(quizzes(CONTENT), quizzes(content));
  }

  @Test
  void errors_exits_and_deadlocks_are_kept_too(@TempDir Path folder) throws Exception {
    var program =
        asked(
            """
            from threading import Lock, Thread

            lock = Lock()
            seen = []


            def work():
                seen.append(len(seen))
                if seen[-1] == 0:
                    raise ValueError("first")


            one, two = Thread(target=work), Thread(target=work)
            one.start()
            two.start()
            one.join()
            two.join()
            if seen == [0, 0]:
                lock.acquire()
                lock.acquire()
            raise SystemExit(3)
            """);
    assertTrue(KeptOutcomes.record(folder, program, runner));
    var first = "Thread-1 (work): ValueError: first (line 10)";
    var second = first.replace("1 (", "2 (");
    assertEquals(
        List.of(
            json("deadlock", ",'error':'" + first + "; " + second + "'"),
            json("error", ",'error':'" + first + "','exit':3"),
            json("error", ",'error':'" + second + "','exit':3"),
            json("error", ",'exit':3")),
        KeptOutcomes.read(folder, program));
  }

  @Test
  void what_is_no_answer_is_not_kept(@TempDir Path folder) throws Exception {
    var broken = asked("print(1\n");
    assertFalse(KeptOutcomes.record(folder, broken, runner));
    var differs = asked("import sys\nprint(sys.version_info[:2])\n");
    boolean alone = Explored.runtimes(runner, differs).size() == 1;
    assertEquals(alone, KeptOutcomes.record(folder, differs, runner));
    assertEquals(alone, Files.exists(folder.resolve(differs.outcomes())));
  }

  private static AskedProgram asked(String code) {
    return new AskedProgram("a/b/asked", Path.of("asked.py"), code, List.of(), true);
  }

  private static String json(String kind, String rest) {
    return ("{'kind':'" + kind + "','output':''" + rest + "}").replace('\'', '"');
  }

  private static List<Quiz> quizzes(Path content) {
    return CourseReader.read(content).lessons().map(Lesson::quiz).toList();
  }

  private static void copy(Path to) throws IOException {
    try (var files = Files.walk(CONTENT)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(CONTENT.relativize(file)));
      }
    }
  }

  private static void check(AskedProgram program, PythonRuntime runtime) throws Exception {
    var explored = Explored.of(runner, program, runtime);
    assertEquals("", explored.missing());
    List<String> kept = KeptOutcomes.read(CONTENT, program);
    assertEquals(kept, explored.outcomes(), () -> "run src/main/scripts/record " + program.id());
  }
}
