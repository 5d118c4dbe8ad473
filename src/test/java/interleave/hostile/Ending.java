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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a hostile program ended.
 *
 * @param weight of its log, in bytes
 * @param others how the programs beside it ended
 */
record Ending(Ran ran, long weight, List<Other> others) {
  private static final long LATE_MS = 2_000;

  /** What the log of a run that prints little may take: mostly beginnings and ends of tasks. */
  private static final long MOST_WEIGHT = 4 << 20;

  /** Control characters that the page is not to see; of escapes only colours are left. */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1a\\x1c-\\x1f\\x7f-\\x9f]|\\x1b(?!\\[[0-9;:]*m)");

  /**
   * How a program beside it ended.
   *
   * @param meanwhile whether that was while the hostile one ran
   */
  record Other(Neighbour neighbour, Ran ran, boolean meanwhile) {
    void check() {
      var said = ran.out() + ran.err();
      assertTrue(
          neighbour.reasons().contains(ran.end().reason()),
          () -> neighbour.name() + ": " + ran.end() + "\n" + said);
      for (var text : neighbour.contains()) {
        assertTrue(said.contains(text), () -> neighbour.name() + " said: " + said);
      }
      assertEquals(neighbour.afterwards(), meanwhile, () -> neighbour.name() + " ended too late");
    }
  }

  /** Runs a program to its end, with its neighbours beside it. */
  static Ending of(Runner runner, String runtime, HostileProgram program) throws Exception {
    var patient = new LinkedHashMap<Neighbour, Run>();
    for (var neighbour : neighbours(program, false)) {
      patient.put(neighbour, RealRunner.start(runner, runtime, neighbour.code()));
      Ran.await(patient.get(neighbour), RunEvent.Output.class::isInstance);
    }
    var run = runner.submit(program.request(runtime));
    var others = new ArrayList<>(meanwhile(runner, runtime, program, run));
    if (program.reasons().usual().contains(Reason.STOPPED)) {
      run.stop();
    }
    var ran = Ran.ended(run);
    for (var each : patient.entrySet()) {
      each.getValue().stop();
      others.add(new Other(each.getKey(), Ran.ended(each.getValue()), false));
    }
    return new Ending(ran, run.log().weight(), List.copyOf(others));
  }

  /** Those that begin once it has said something. */
  private static List<Other> meanwhile(
      Runner runner, String runtime, HostileProgram program, Run run) throws Exception {
    var started = new LinkedHashMap<Neighbour, Run>();
    var ended = new ArrayList<Other>();
    for (var neighbour : neighbours(program, true)) {
      Ran.await(run, RunEvent.Output.class::isInstance);
      started.put(neighbour, RealRunner.start(runner, runtime, neighbour.code()));
    }
    for (var each : started.entrySet()) {
      var ran = Ran.ended(each.getValue());
      ended.add(new Other(each.getKey(), ran, !run.log().ended()));
    }
    return ended;
  }

  private static List<Neighbour> neighbours(HostileProgram program, boolean afterwards) {
    return program.beside().stream().filter(each -> each.afterwards() == afterwards).toList();
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
        () -> others.forEach(Other::check));
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
