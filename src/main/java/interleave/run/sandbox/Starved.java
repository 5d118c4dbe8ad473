package interleave.run.sandbox;

import interleave.run.linux.Descriptors;

/**
 * The system has no descriptor left to look at a program with. One that cannot be looked at cannot
 * be held to its limits.
 */
final class Starved extends RuntimeException {
  private Starved() {
    super("no descriptor is left to look at the program with");
  }

  /**
   * To be called when a process could not be looked at: that is no sign that it has ended where
   * none could be.
   *
   * @throws Starved when this is so
   */
  static void check() {
    if (!Descriptors.areLeft()) {
      throw new Starved();
    }
  }
}
