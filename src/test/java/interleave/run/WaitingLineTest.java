package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent.Queued;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingLineTest {
  private static final int NEAR = WaitingLine.NEAR;

  private final WaitingLine line = new WaitingLine();

  @Test
  void who_came_first_is_next() {
    var runs = add(3);
    assertEquals(runs, line.runs());
    for (var run : runs) {
      assertSame(run, line.next());
    }
    assertNull(line.next());
    assertEquals(0, line.size());
  }

  @Test
  void near_the_front_every_step_is_told_at_once() {
    var runs = add(NEAR);
    for (int left = 1; left < NEAR; left++) {
      line.next();
    }
    assertEquals(
        IntStream.iterate(NEAR, n -> n - 1).limit(NEAR).boxed().toList(),
        positions(runs.getLast()));
  }

  @Test
  void far_back_many_steps_are_told_as_one_and_the_last_that_is_told_is_right() {
    var runs = add(100);
    for (int left = 0; left < 50; left++) {
      line.next();
    }
    assertEquals(List.of(100), positions(runs.getLast()));
    line.tellAll();
    assertEquals(List.of(100, 50), positions(runs.getLast()));
    line.tellAll();
    assertEquals(List.of(100, 50), positions(runs.getLast()), "nothing has changed");
  }

  @Test
  void a_line_of_any_length_drains_with_so_many_words_to_each() {
    var runs = add(1000);
    while (line.size() > 0) {
      line.next();
    }
    long told = runs.stream().mapToLong(run -> positions(run).size()).sum();
    assertTrue(told <= 1000 * (NEAR + 1), () -> told + " were told");
  }

  @Test
  void who_leaves_is_told_no_more_and_only_those_behind_move_up() {
    var runs = add(4);
    assertTrue(line.remove(runs.get(1)));
    assertFalse(line.remove(runs.get(1)));
    assertEquals(
        List.of(List.of(1), List.of(2), List.of(3, 2), List.of(4, 3)),
        runs.stream().map(WaitingLineTest::positions).toList());
  }

  private List<QueuedRun> add(int most) {
    var runs =
        Stream.generate(() -> new QueuedRun(PaperLauncher.request("a"), _ -> {}))
            .limit(most)
            .toList();
    runs.forEach(line::add);
    return runs;
  }

  private static List<Integer> positions(QueuedRun run) {
    return run.log().entries().stream().map(entry -> ((Queued) entry.event()).position()).toList();
  }
}
