package interleave.run.interpreter;

import interleave.run.linux.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory as one look may read it: within its budget, in small pieces, and only where a process can
 * have memory. Addresses may be any numbers, also sums that passed the end of all numbers. For one
 * thread at a time.
 */
final class BudgetedMemory implements AutoCloseable {
  /** How much is read at once at most. */
  static final int LARGEST_READ = 64 << 10;

  /** The kernel never gives out the first page. */
  private static final long LOWEST = 4096;

  /** The half of all addresses that is the kernel's, where they are longest (57 bits). */
  private static final long KERNEL = 1L << 56;

  private final Memory memory;
  private final LookBudget budget;

  BudgetedMemory(Memory memory, LookBudget budget) {
    this.memory = memory;
    this.budget = budget;
  }

  /**
   * The bytes that begin at an address, as numbers have them on this machine.
   *
   * @param bytes how many, 0 to {@link #LARGEST_READ}
   * @throws UnreadableException when not all of them are there, or they are too many
   */
  ByteBuffer at(long address, int bytes) throws UnreadableException {
    return at(address, bytes, bytes);
  }

  /**
   * As many bytes as are there, of those that begin at an address.
   *
   * @param least how many are needed, from 0 on
   * @param most how many are of use, up to {@link #LARGEST_READ}
   * @throws UnreadableException when there are fewer than needed, or they are too many
   */
  ByteBuffer at(long address, int least, int most) throws UnreadableException {
    boolean sound = least >= 0 && least <= most && most <= LARGEST_READ;
    if (!sound || address < LOWEST || address >= KERNEL - most) {
      throw new UnreadableException("no process has such memory");
    }
    budget.read(most);
    var bytes = ByteBuffer.allocate(most).order(ByteOrder.nativeOrder());
    if (memory.read(address, bytes) < least) {
      throw new UnreadableException("there is no memory");
    }
    return bytes.flip();
  }

  /**
   * The eight bytes at an address: a pointer, as a rule.
   *
   * @throws UnreadableException when they are not there
   */
  long word(long address) throws UnreadableException {
    return at(address, Long.BYTES).getLong(0);
  }

  /**
   * Takes bytes out of what was read before, at the cost of as many.
   *
   * @param from the first, which is there, as all are
   * @throws UnreadableException when the budget is used up
   */
  ByteBuffer again(ByteBuffer read, int from, int bytes) throws UnreadableException {
    budget.use(bytes);
    return read.slice(from, bytes).order(read.order());
  }

  @Override
  public void close() {
    memory.close();
  }
}
