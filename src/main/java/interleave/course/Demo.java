package interleave.course;

import java.util.List;
import java.util.Optional;

/**
 * A program that a page shows and runs.
 *
 * @param id {@code chapter/lesson/name}
 * @param name its file name without {@code .py}
 * @param code the program as shown and as run: the file without its header
 * @param highlighted the same text with each line a {@code <span class="l">} and its tokens marked
 * @param network whether it needs the hosts that only a sandbox has
 * @param runtimes the interpreters it is about, such as {@code 3.11}; empty when any will do
 * @param recordings runs of just this program, at most one for each runtime, in their order
 * @param prediction what it asks before its first run, if anything
 * @param challenge what it asks for in the lab, if anything
 */
public record Demo(
    String id,
    String name,
    String title,
    Mode mode,
    String code,
    Html highlighted,
    boolean network,
    List<String> runtimes,
    Expectation expectation,
    List<Recording> recordings,
    Optional<Prediction> prediction,
    Optional<Challenge> challenge) {
  public Demo {
    runtimes = List.copyOf(runtimes);
    recordings = List.copyOf(recordings);
  }

  /** Whether the page runs it, and does not step it in the lab. */
  public boolean runs() {
    return mode == Mode.RUN;
  }

  /** Its recorded run on this runtime, or empty. */
  public Optional<Recording> recording(String runtime) {
    return recordings.stream().filter(one -> one.runtime().equals(runtime)).findFirst();
  }

  /** What the page does with the program. */
  public enum Mode {
    RUN,
    SCHEDULE
  }
}
