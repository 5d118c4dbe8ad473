package interleave.bench;

import interleave.log.Logging;
import interleave.schedule.LabFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Explores the programs that the lab's tests have, and says of each how many orders were tried, how
 * long that took, and what is proved. With a folder that has another checkout's engine in it
 * (src/main/python there) it does the same with that one first: before and after. The seconds
 * include those in which orders are counted that others stand for; older engines did not count.
 */
public final class LabBench {
  private static final Path PROGRAMS = Path.of("src/test/resources");
  private static final List<String> FOLDERS = List.of("lab", "lab-shared", "lab-ends", "lab-many");
  private static final Path OURS = Path.of("src/main/python");

  private LabBench() {}

  public static void main(String[] args) throws Exception {
    Logging.setUp();
    var engines = new ArrayList<LabEngine>();
    if (args.length > 0) {
      engines.add(new LabEngine(Path.of(args[0])));
    }
    engines.add(new LabEngine(OURS));
    var table = new LabTable(engines.size() > 1 ? List.of("before", "after") : List.of("now"));
    System.out.println(table.head());
    for (var folder : FOLDERS) {
      for (var file : LabFile.all(PROGRAMS.resolve(folder))) {
        var results = new ArrayList<LabResult>();
        for (var engine : engines) {
          results.add(engine.explore(file));
        }
        System.out.println(table.add(file, results));
      }
    }
    System.out.println(table.summary());
  }
}
