package interleave.bench;

import java.util.Arrays;

/** Order statistics of some measurements. */
final class Stats {
  private final double[] sorted;

  Stats(double... values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  double median() {
    return at(0.5);
  }

  double p95() {
    return at(0.95);
  }

  private double at(double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
