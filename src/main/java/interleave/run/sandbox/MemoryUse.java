package interleave.run.sandbox;

/**
 * How much memory a sandbox uses.
 *
 * @param bytes of its processes and of its files in memory
 * @param exact whether what processes share is counted once; else {@code bytes} may be more
 * @param kernelBytes what the kernel holds at most for its sockets and pipes, of which it does not
 *     say how full they are
 */
record MemoryUse(long bytes, boolean exact, long kernelBytes) {
  /** Nothing was asked. */
  static final MemoryUse UNKNOWN = new MemoryUse(0, true, 0);

  /** What cannot be known is more than any limit. */
  static final MemoryUse UNREADABLE = new MemoryUse(Long.MAX_VALUE, false, 0);

  /** All that it may use at the most. */
  long most() {
    return bytes > Long.MAX_VALUE - kernelBytes ? Long.MAX_VALUE : bytes + kernelBytes;
  }
}
