package interleave.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.schedule.Granularity;
import interleave.schedule.LabFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of the lab's programs says what the engines have said, of which older ones said less.
 */
class LabTableTest {
  private static final LabFile FILE =
      new LabFile(
          "two", "print(1)", Granularity.LINE, Optional.of(Set.of("finished: 1", "finished: 2")));
  private static final String ONE = "{'kind':'finished','output':'1\\n'}";
  private static final String TWO = "{'kind':'finished','output':'2\\n'}";

  @Test
  void an_older_engine_stands_beside_a_newer_one() {
    var table = new LabTable(List.of("before", "after"));
    var before = ended("'schedules':9,'complete':false,'why':'there was no more time'", ONE);
    var after =
        ended("'schedules':3,'complete':true,'orders':7,'ordersCounted':true", ONE + "," + TWO);
    assertEquals(
        "two line 9 - 2.50 3 7 2.50"
            + " NOT ALL TRIED: there was no more time; outcomes LEFT OUT: 1 -> PROVED",
        table.add(FILE, List.of(before, after)).replaceAll(" +", " "));
    assertEquals(
        """
        before: 1 programs, 0 complete, 1 over 2 s; slowest: two 2.50 s
        after: 1 programs, 1 complete, 1 over 2 s; slowest: two 2.50 s""",
        table.summary());
  }

  @Test
  void orders_that_were_not_all_counted_are_at_least_those_that_were_tried() {
    var table = new LabTable(List.of("now"));
    var end =
        ended("'schedules':30,'complete':true,'orders':7,'ordersCounted':false", ONE + "," + TWO);
    assertEquals(
        "two line 30 >=30 2.50 PROVED", table.add(FILE, List.of(end)).replaceAll(" +", " "));
  }

  @Test
  void a_verdict_says_what_is_violated_and_what_cannot_be() {
    assertEquals(
        "VIOLATION: deadlock, error; NOT ALL TRIED: too many;"
            + " outcomes LEFT OUT: 2; outcomes that CANNOT BE: 2",
        ended(
                "'schedules':3,'complete':false,'why':'too many'",
                "{'kind':'error','output':'','exit':1},{'kind':'deadlock','output':''}")
            .verdict());
    assertEquals(
        "NOTHING IN COMMON; outcomes LEFT OUT: 1",
        ended("'schedules':1,'complete':true,'apart':true,'threads':2", ONE).verdict());
  }

  @Test
  void the_engine_of_a_folder_explores_a_program(@TempDir Path folder) throws Exception {
    var engine = new LabEngine(Path.of("src/main/python"));
    var ended = assertInstanceOf(LabResult.Ended.class, engine.explore(FILE));
    assertEquals(1, ended.tried());
    assertEquals(1, ended.missing());

    assertThrows(IllegalArgumentException.class, () -> new LabEngine(folder));
    Files.createDirectory(folder.resolve("_interleave_lab"));
    var failed = assertInstanceOf(LabResult.Failed.class, new LabEngine(folder).explore(FILE));
    assertTrue(failed.why().contains("_interleave_lab.explore"), failed::why);
  }

  private static LabResult ended(String fields, String outcomes) {
    var text = "{'seconds':2.5,%s,'outcomes':[%s]}".formatted(fields, outcomes);
    return LabResult.Ended.of(new JsonMapper().readTree(text.replace('\'', '"')), FILE);
  }
}
