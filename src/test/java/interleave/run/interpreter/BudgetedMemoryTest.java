package interleave.run.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetedMemoryTest {
  private static final long SOMEWHERE = 1 << 20;

  private long nanos;
  private final LookBudget budget = new LookBudget(() -> nanos);
  private final BudgetedMemory memory = new BudgetedMemory(new RandomMemory(new Random(1)), budget);

  @Test
  void all_reads_are_had_and_not_one_more() throws Exception {
    for (int i = 0; i < LookBudget.READS; i++) {
      memory.word(SOMEWHERE);
    }
    assertThrows(UnreadableException.class, () -> memory.word(SOMEWHERE));
    assertTrue(budget.exhausted());
    assertFalse(budget.late());
    assertEquals(LookBudget.READS, budget.reads());
  }

  @Test
  void all_bytes_are_had_and_not_one_more() throws Exception {
    for (int i = 0; i < LookBudget.BYTES; i += BudgetedMemory.LARGEST_READ) {
      budget.read(BudgetedMemory.LARGEST_READ);
    }
    assertEquals(LookBudget.BYTES, budget.bytes());
    assertFalse(budget.exhausted());
    assertThrows(UnreadableException.class, () -> memory.at(SOMEWHERE, 1));
    assertTrue(budget.exhausted());
  }

  @Test
  void what_is_left_is_nothing_once_something_was_too_much() throws Exception {
    budget.read(LookBudget.BYTES - 1);
    assertThrows(UnreadableException.class, () -> memory.at(SOMEWHERE, 2));
    assertThrows(UnreadableException.class, () -> memory.at(SOMEWHERE, 1));
  }

  @Test
  void a_look_that_takes_too_long_is_late_and_reads_no_more() throws Exception {
    nanos = Long.MAX_VALUE - 5;
    memory.word(SOMEWHERE);
    nanos += LookBudget.TIME.toNanos();
    memory.word(SOMEWHERE);
    nanos++;
    assertThrows(UnreadableException.class, () -> memory.word(SOMEWHERE));
    assertTrue(budget.exhausted() && budget.late());
    nanos -= LookBudget.TIME.toNanos();
    assertThrows(UnreadableException.class, () -> memory.word(SOMEWHERE));
  }

  @Test
  void what_is_used_again_counts_again() throws Exception {
    var read = memory.at(SOMEWHERE, BudgetedMemory.LARGEST_READ);
    for (int i = read.limit(); i < LookBudget.BYTES; i += read.limit()) {
      assertEquals(read, memory.again(read, 0, read.limit()));
    }
    assertEquals(1, budget.reads());
    assertThrows(UnreadableException.class, () -> memory.again(read, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 4095, -1, -4096, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 56, (1L << 56) - 7})
  void no_process_has_memory_there(long address) {
    assertThrows(UnreadableException.class, () -> memory.word(address));
    assertEquals(0, budget.reads());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, BudgetedMemory.LARGEST_READ + 1})
  void no_single_read_is_large(int bytes) {
    assertThrows(UnreadableException.class, () -> memory.at(SOMEWHERE, bytes));
    assertEquals(0, budget.reads());
  }
}
