package interleave.run.sandbox;

import interleave.run.Limits;
import interleave.run.RunEvent.Reason;
import interleave.run.linux.Fd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** No help from the kernel: what is metered is all that there is. */
record Polling() implements Tier, Group {
  static final String SHORT_CHILDREN =
      "processor time of children that nobody waits for and that end within 20 ms";

  @Override
  public String label() {
    return "polling";
  }

  @Override
  public List<String> uncovered() {
    return List.of("the kernel's memory for mappings, file locks and epoll", SHORT_CHILDREN);
  }

  @Override
  public Group open(Limits limits) {
    return this;
  }

  @Override
  public boolean sweep(boolean keep) {
    return true;
  }

  @Override
  public List<Fd> entrances() {
    return List.of();
  }

  @Override
  public CountedMemory counts() {
    return CountedMemory.NOTHING;
  }

  @Override
  public Optional<Reason> passed() {
    return Optional.empty();
  }

  @Override
  public OptionalLong cpuMicros() {
    return OptionalLong.empty();
  }

  @Override
  public OptionalLong peakBytes() {
    return OptionalLong.empty();
  }

  @Override
  public void kill() {}

  @Override
  public void close() {}
}
