package interleave.course;

import java.util.List;

/** A piece of a lesson. */
public sealed interface Block {
  /** Rendered Markdown between two demos. */
  record Prose(Html html) implements Block {}

  /** One demo, or several that are to be compared; never empty. */
  record Demos(List<Demo> demos) implements Block {
    public Demos {
      demos = List.copyOf(demos);
    }
  }
}
