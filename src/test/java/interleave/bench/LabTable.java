package interleave.bench;

import interleave.schedule.Granularity;
import interleave.schedule.LabFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Says what became of programs in the lab, a line for each, with one engine or with an earlier one
 * beside it.
 */
final class LabTable {
  private static final double LONG_SECONDS = 2;
  private static final int SLOWEST = 5;

  private final List<String> engines;
  private final List<List<Ran>> ran = new ArrayList<>();

  private record Ran(String program, LabResult result) {
    double seconds() {
      return result instanceof LabResult.Ended ended ? ended.seconds() : 0;
    }

    boolean complete() {
      return result instanceof LabResult.Ended ended && ended.complete();
    }
  }

  /** Begins one; the engines are named in the order in which their results will be given. */
  LabTable(List<String> engines) {
    this.engines = List.copyOf(engines);
    engines.forEach(_ -> ran.add(new ArrayList<>()));
  }

  /** The columns; those of more than one engine stand beside each other. */
  String head() {
    var line = new StringBuilder("%-38s %-8s".formatted("program", "steps"));
    for (var engine : engines) {
      line.append(" %8s %9s %8s".formatted(engine + ":", "", ""));
    }
    line.append('\n').append("%-38s %-8s".formatted("", ""));
    engines.forEach(_ -> line.append(" %8s %9s %8s".formatted("tried", "stand for", "seconds")));
    return line.append(engines.size() > 1 ? "  verdicts" : "  verdict").toString();
  }

  /** Adds a program with each engine's result, and answers its line. */
  String add(LabFile file, List<LabResult> results) {
    var line = new StringBuilder("%-38s %-8s".formatted(file.name(), words(file.granularity())));
    for (int i = 0; i < results.size(); i++) {
      ran.get(i).add(new Ran(file.name(), results.get(i)));
      line.append(numbers(results.get(i)));
    }
    var verdicts = results.stream().map(LabResult::verdict).distinct();
    return line.append("  ").append(verdicts.collect(Collectors.joining(" -> "))).toString();
  }

  /** A line for each engine. */
  String summary() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < engines.size(); i++) {
      var all = ran.get(i);
      var slowest = all.stream().sorted(Comparator.comparingDouble(Ran::seconds).reversed());
      lines.add(
          "%s: %d programs, %d complete, %d over %.0f s; slowest: %s"
              .formatted(
                  engines.get(i),
                  all.size(),
                  all.stream().filter(Ran::complete).count(),
                  all.stream().filter(each -> each.seconds() > LONG_SECONDS).count(),
                  LONG_SECONDS,
                  slowest
                      .limit(SLOWEST)
                      .map(each -> "%s %.2f s".formatted(each.program(), each.seconds()))
                      .collect(Collectors.joining(", "))));
    }
    return String.join("\n", lines);
  }

  private static String words(Granularity granularity) {
    return granularity.name().toLowerCase(Locale.ROOT);
  }

  private static String numbers(LabResult result) {
    return switch (result) {
      case LabResult.Failed _ -> " %8s %9s %8s".formatted("-", "-", "-");
      case LabResult.Ended ended ->
          " %8d %9s %8.2f".formatted(ended.tried(), standFor(ended), ended.seconds());
    };
  }

  private static String standFor(LabResult.Ended ended) {
    if (ended.standFor() == 0) {
      return "-";
    }
    return (ended.counted() ? "" : ">=") + ended.standFor();
  }
}
