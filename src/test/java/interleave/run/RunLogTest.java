package interleave.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RunEvent.End;
import interleave.run.RunEvent.Queued;
import interleave.run.RunEvent.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RunLogTest {
  private static final End END = new End(Reason.EXITED, 0, null, 1, 1, 1);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final RunLog log = new RunLog();

  @Test
  void entries_are_numbered_from_one_in_their_order() {
    log.append(new Queued(2));
    log.append(new Queued(1));
    assertEquals(
        List.of(new RunLog.Entry(1, new Queued(2)), new RunLog.Entry(2, new Queued(1))),
        log.entries());
    assertEquals(1, log.after(1).size());
    assertEquals(List.of(), log.after(2));
    assertEquals(List.of(), log.after(99));
    assertEquals(2, log.after(-5).size());
  }

  @Test
  void nothing_comes_after_the_end() {
    log.append(END);
    log.append(new Queued(1));
    assertEquals(List.of(new RunLog.Entry(1, END)), log.entries());
    assertTrue(log.ended());
  }

  @Test
  void a_full_log_takes_nothing_but_its_end() {
    var large = new RunEvent.Output(0, "2.2", RunEvent.Stream.OUT, "x".repeat(1 << 20), null);
    while (!log.full()) {
      log.append(large);
    }
    int size = log.entries().size();
    log.append(large);
    assertEquals(size, log.entries().size());
    log.append(END);
    assertTrue(log.ended());
    assertEquals(size + 1, log.entries().size());
  }

  @Test
  void text_beyond_latin_1_weighs_what_it_takes_and_so_do_names() {
    log.append(new RunEvent.Output(0, "2.2", RunEvent.Stream.OUT, "字".repeat(1000), null));
    assertTrue(log.weight() >= 2000);
    long before = log.weight();
    log.append(
        new RunEvent.Task(
            0, "2.3", RunEvent.Kind.THREAD, RunEvent.State.START, "😀".repeat(80), "2.2"));
    assertTrue(log.weight() - before >= 320);
  }

  @Test
  void a_reader_may_take_a_few_at_a_time() throws InterruptedException {
    for (int position = 5; position > 0; position--) {
      log.append(new Queued(position));
    }
    assertEquals(List.of(2L, 3L), log.after(1, 2).stream().map(RunLog.Entry::sequence).toList());
    assertEquals(1, log.await(4, 2, LONG).size());
    assertEquals(List.of(), log.after(9, 2));
  }

  @Test
  void a_wait_ends_with_an_empty_hand_after_its_time_and_at_once_after_the_end()
      throws InterruptedException {
    assertEquals(List.of(), log.await(0, Duration.ofMillis(1)));
    log.append(END);
    assertEquals(List.of(), log.await(1, LONG));
  }

  @Test
  void many_readers_get_everything_once_while_many_write() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var readers = new ArrayList<java.util.concurrent.Future<List<RunLog.Entry>>>();
      for (int reader = 0; reader < 4; reader++) {
        readers.add(threads.submit(this::readAll));
      }
      var writers = new ArrayList<java.util.concurrent.Future<?>>();
      for (int writer = 0; writer < 4; writer++) {
        writers.add(threads.submit(() -> writeMany()));
      }
      for (var writer : writers) {
        writer.get();
      }
      log.append(END);
      for (var reader : readers) {
        assertEquals(log.entries(), reader.get());
      }
    }
  }

  private void writeMany() {
    for (int i = 0; i < 500; i++) {
      log.append(new Queued(i));
    }
  }

  private List<RunLog.Entry> readAll() throws InterruptedException {
    var all = new ArrayList<RunLog.Entry>();
    while (all.isEmpty() || !(all.getLast().event() instanceof End)) {
      all.addAll(log.await(all.size(), LONG));
    }
    return all;
  }
}
