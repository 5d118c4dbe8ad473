package interleave.run.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RealRunner;
import interleave.run.RunEvent.Cause;
import interleave.run.Runner;
import interleave.run.interpreter.RealProcess.Waiter;
import interleave.run.linux.Memory;
import interleave.run.linux.ProcessMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever memory holds, a look at it gives an answer, within its budget. */
class InsideLookFuzzTest {
  private static final long SEED = 20_261_128;
  private static final int MUTATED = 100_000;
  private static final int RANDOM = 20_000;

  /**
   * What is allocated from one read to the next, and so the largest single allocation: the bytes of
   * a read and a text made of them, or a table of what was read that doubles.
   */
  private static final long AT_ONCE = 1 << 20;

  /** Beside the bytes that are read, some small objects for each read. */
  private static final long IN_ALL = LookBudget.BYTES + LookBudget.READS * 640L;

  /** Where the runtime object of random memory is. */
  private static final long RUNTIME = 0x10_0000;

  private static final int WAITERS = 14;

  private static final String PROGRAM =
      """
      import concurrent.futures, queue, threading, time
      def thread(work): threading.Thread(target=work, daemon=True).start()
      held, mine, again = threading.Lock(), threading.Lock(), threading.RLock()
      condition = threading.Condition()
      sleeper = threading.Thread(target=time.sleep, args=(60,), daemon=True)
      sleeper.start()
      held.acquire()
      unfinished = queue.Queue()
      unfinished.put(1)
      def within(lock):
          with lock: pass
      def waits():
          with condition: condition.wait()
      def deep(n): n and deep(n - 1) or held.acquire()
      with mine, again:
          for work in (
              held.acquire, lambda: within(mine), lambda: within(again), sleeper.join, waits,
              queue.Queue().get, queue.SimpleQueue().get, unfinished.join,
              threading.Event().wait, threading.Semaphore(0).acquire, threading.Barrier(2).wait,
              concurrent.futures.Future().result, lambda: deep(30),
              lambda: held.acquire(timeout=60)):
              thread(work)
          print('ready', flush=True)
          time.sleep(60)
      """;

  /** A process as it was when it was looked into. */
  private record Captured(
      String runtime,
      Layout layout,
      long start,
      Image image,
      List<Long> words,
      List<Waiter> waiters) {}

  /** What is looked at: {@code waiters} are asked for, one after the other. */
  private record Case(
      String name, Memory memory, Layout layout, long runtime, List<Waiter> waiters) {}

  @AutoClose private static final Runner RUNNER = RealRunner.create();

  private static final List<Captured> CAPTURED = new ArrayList<>();

  @BeforeAll
  static void capture() throws Exception {
    for (var runtime : RealRunner.runtimes()) {
      var real = RealProcess.start(RUNNER, runtime, PROGRAM, WAITERS);
      var layout = real.python().layout().orElseThrow();
      long start = real.python().in(real.process()).orElseThrow();
      var image = image(real, layout, start);
      CAPTURED.add(new Captured(runtime, layout, start, image, image.words(), real.waiters()));
      real.run().stop();
      Ran.ended(real.run());
    }
  }

  private static Image image(RealProcess of, Layout layout, long start) throws Exception {
    var image = new Image();
    var memory = image.keeping(new ProcessMemory(of.process()));
    try (var look = new InsideLook(memory, layout, start, timeless())) {
      of.waiters().forEach(each -> look.obstacle(each.nativeId(), each.address()));
    }
    return image;
  }

  @Test
  void an_image_of_an_honest_process_tells_what_its_threads_wait_for() {
    for (var each : CAPTURED) {
      try (var look = new InsideLook(each.image, each.layout, each.start, timeless())) {
        assertTells(each, look);
      }
    }
  }

  @Test
  void a_thread_that_comes_to_wait_during_a_look_is_seen_as_it_is_then() {
    for (var each : CAPTURED) {
      try (var look = new InsideLook(each.image, each.layout, each.start, timeless())) {
        for (var thread : threads(each.image, each.layout, each.start)) {
          long frame = thread.state() + each.layout.thread().frame();
          long before = each.image.put(frame, 0);
          each.waiters.forEach(waiter -> look.obstacle(waiter.nativeId(), waiter.address()));
          each.image.put(frame, before);
        }
        assertTells(each, look);
      }
    }
  }

  @Test
  void an_image_with_words_that_are_others_gives_answers() {
    for (int i = 0; i < MUTATED; i++) {
      var random = new Random(SEED + i);
      var captured = captured(i);
      var words = captured.words;
      var before = new HashMap<Long, Long>();
      for (int n = 1 + random.nextInt(1 << random.nextInt(9)); n > 0; n--) {
        long at = words.get(random.nextInt(words.size()));
        long word = captured.image.put(at, other(captured, at, random));
        before.putIfAbsent(at, word);
      }
      var layout = random.nextInt(10) == 0 ? layout(random) : captured.layout;
      look(
          new Case(
              "mutated " + captured.runtime + " " + i,
              captured.image,
              layout,
              captured.start,
              captured.waiters));
      before.forEach(captured.image::put);
    }
  }

  @Test
  void random_memory_gives_answers() {
    for (int i = 0; i < RANDOM; i++) {
      var random = new Random(-SEED - i);
      var memory = new RandomMemory(random);
      var layout = random.nextBoolean() ? layout(random) : captured(i).layout;
      var waiters =
          threads(memory, layout, RUNTIME).stream()
              .limit(WAITERS)
              .map(thread -> new Waiter(thread.nativeId(), memory.some(random)))
              .toList();
      look(new Case("random " + i, memory, layout, RUNTIME, waiters));
    }
  }

  private static List<PyThread> threads(Memory memory, Layout layout, long runtime) {
    var budgeted = new BudgetedMemory(memory, timeless());
    return new Threads(budgeted, layout, new Objects(budgeted, layout), runtime).all();
  }

  private static Captured captured(int look) {
    return CAPTURED.get(look % CAPTURED.size());
  }

  private static void assertTells(Captured of, InsideLook look) {
    var found = new HashMap<Cause, Integer>();
    int named = 0;
    for (var waiter : of.waiters) {
      var obstacle = look.obstacle(waiter.nativeId(), waiter.address());
      found.merge(obstacle.cause(), 1, Integer::sum);
      named += obstacle.thread().isPresent() ? 1 : 0;
    }
    found.remove(Cause.THREAD);
    assertEquals(5, found.get(Cause.LOCK), of.runtime + found);
    assertTrue(found.size() >= 8, of.runtime + found);
    assertEquals(3, named, of.runtime + found);
  }

  /** A budget of reads and bytes, whatever else the machine does. */
  private static LookBudget timeless() {
    return new LookBudget(() -> 0);
  }

  private static void look(Case of) {
    var budget = timeless();
    var memory = new WatchedMemory(of.memory);
    try (var look = new InsideLook(memory, of.layout, of.runtime, budget)) {
      for (var waiter : of.waiters) {
        var obstacle = look.obstacle(waiter.nativeId(), waiter.address());
        assertTrue(obstacle.thread().orElse(1) > 0, of.name + obstacle);
      }
    } catch (RuntimeException | StackOverflowError thrown) {
      throw new AssertionError(of.name + " with seed " + SEED, thrown);
    }
    assertTrue(budget.reads() <= LookBudget.READS, of.name);
    assertTrue(budget.bytes() <= LookBudget.BYTES, of.name);
    assertTrue(memory.mostAtOnce() <= AT_ONCE, of.name + " at once " + memory.mostAtOnce());
    assertTrue(memory.inAll() <= IN_ALL, of.name + " in all " + memory.inAll());
  }

  /** Another word for an address: one bit or all of them are others, or it leads elsewhere. */
  private static long other(Captured captured, long at, Random random) {
    var words = captured.words;
    return switch (random.nextInt(8)) {
      case 0 -> captured.image.word(at) ^ (1L << random.nextInt(64));
      case 1 -> random.nextLong();
      case 2, 3 -> words.get(random.nextInt(words.size()));
      case 4 -> at - random.nextInt(256);
      case 5 -> random.nextInt();
      case 6 -> Long.MAX_VALUE - random.nextInt(4096);
      default -> random.nextInt(2) == 0 ? 0xffff_ffffL << random.nextInt(33) : 0;
    };
  }

  /** Any that an interpreter's file could have. */
  private static Layout layout(Random random) {
    int minor = 13 + random.nextInt(2);
    var table = ByteBuffer.allocate(1024).order(ByteOrder.nativeOrder());
    long unit = random.nextInt(4) == 0 ? Integer.BYTES : Long.BYTES;
    for (int i = 0; i < table.limit(); i += Long.BYTES) {
      table.putLong(i, unit * (1 + random.nextInt(7)));
    }
    table.put(0, "xdebugpy".getBytes(StandardCharsets.US_ASCII));
    table.putLong(8, (0x300L | minor) << 16).putLong(16, random.nextInt(2));
    return Layout.of(minor, table).orElseThrow();
  }
}
