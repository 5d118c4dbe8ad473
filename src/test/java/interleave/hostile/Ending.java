package interleave.hostile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.Run;
import interleave.run.RunEvent;
import interleave.run.RunEvent.Reason;
import interleave.run.Runner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a hostile program ended.
 *
 * @param weight of its log, in bytes
 * @param neighbour how somebody else's program beside it ended, if there was one; it is stopped
 *     once the hostile one has ended
 */
record Ending(Ran ran, long weight, @Nullable Reason neighbour) {
  private static final long LATE_MS = 2_000;

  /** What the log of a run that prints little may take: mostly beginnings and ends of tasks. */
  private static final long MOST_WEIGHT = 4 << 20;

  /** Control characters that the page is not to see; of escapes only colours are left. */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1a\\x1c-\\x1f\\x7f-\\x9f]|\\x1b(?!\\[[0-9;:]*m)");

  /** Runs a program to its end. */
  static Ending of(Runner runner, String runtime, HostileProgram program) throws Exception {
    var beside = program.beside() == null ? null : startBeside(runner, program.beside());
    var run = RealRunner.start(runner, runtime, program.code(), program.network());
    var ran = Ran.ended(run);
    Reason neighbour = null;
    if (beside != null) {
      beside.stop();
      neighbour = Ran.ended(beside).end().reason();
    }
    return new Ending(ran, run.log().weight(), neighbour);
  }

  private static Run startBeside(Runner runner, String name) throws Exception {
    var run = RealRunner.start(runner, HostileProgram.neighbour(name));
    Ran.await(run, RunEvent.Output.class::isInstance);
    return run;
  }

  /** Holds it to what the program's header claims, and to what is claimed of all of them. */
  void check(HostileProgram program) {
    assertAll(
        () -> checkEnd(program),
        () -> program.contains().forEach(this::assertSaid),
        () -> program.lacks().forEach(this::assertNotSaid),
        () -> assertNotSaid(HostileProgram.ESCAPED),
        () ->
            program
                .matches()
                .forEach(
                    pattern ->
                        assertTrue(
                            pattern.matcher(said()).find(), () -> pattern + " not in:\n" + said())),
        () -> checkWriters(program),
        () -> assertFalse(UNSAFE.matcher(said()).find(), () -> "unsafe text:\n" + said()),
        () -> assertTrue(weight < MOST_WEIGHT, () -> "the log takes " + weight + " bytes"),
        () -> assertTrue(ran.end().wallMs() < program.limits().wallMs() + LATE_MS, this::summary),
        () -> assertEquals(program.beside() == null ? null : Reason.STOPPED, neighbour));
  }

  private void checkEnd(HostileProgram program) {
    var tier = ran.first(RunEvent.Started.class).map(RunEvent.Started::tier).orElse("none");
    var allowed = program.reasons().in(tier);
    assertTrue(
        allowed.contains(ran.end().reason()), () -> "wanted " + allowed + ", got " + summary());
    if (program.exit() != null) {
      assertEquals(program.exit(), ran.end().exit(), this::summary);
    }
    if (program.signal() != null) {
      assertEquals(program.signal(), ran.end().signal(), this::summary);
    }
  }

  private void checkWriters(HostileProgram program) {
    if (!program.writers().isEmpty()) {
      for (var output : ran.outputs()) {
        assertTrue(program.writers().contains(output.task()), output::toString);
      }
    }
  }

  private void assertSaid(String text) {
    assertTrue(said().contains(text), () -> "no \"" + text + "\" in " + summary());
  }

  private void assertNotSaid(String text) {
    assertFalse(said().contains(text), () -> "\"" + text + "\" in " + summary());
  }

  private String said() {
    return ran.out() + ran.err();
  }

  private String summary() {
    var text = said();
    return ran.end() + "\n" + (text.length() > 3000 ? text.substring(0, 3000) + "..." : text);
  }
}
