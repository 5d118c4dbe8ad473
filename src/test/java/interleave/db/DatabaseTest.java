package interleave.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  private static final int LEARNERS = 6;
  private static final int CHANGES_EACH = 1000;
  private static final long MOST_BYTES = 20 << 20;

  @TempDir Path folder;

  @Test
  void the_file_stays_small_and_nobody_notices_that_it_is_tidied() throws Exception {
    try (var database = Database.open("jdbc:h2:file:" + folder.resolve("d"), Path.of("db"));
        var learners = Executors.newFixedThreadPool(LEARNERS)) {
      Callable<Integer> learn =
          () -> {
            for (int i = 0; i < CHANGES_EACH; i++) {
              database.change(
                  handle ->
                      handle.execute(
                          "insert into learner (created_at) values (current_timestamp)"));
              database.read(DatabaseTest::learners);
            }
            return CHANGES_EACH;
          };
      var all = new ArrayList<Future<Integer>>();
      for (int i = 0; i < LEARNERS; i++) {
        all.add(learners.submit(learn));
      }
      for (var one : all) {
        assertEquals(CHANGES_EACH, one.get());
      }
      assertEquals(LEARNERS * CHANGES_EACH, database.read(DatabaseTest::learners));
      long bytes = Files.size(folder.resolve("d.mv.db"));
      assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes");
    }
  }

  private static int learners(Handle handle) {
    return handle.createQuery("select count(*) from learner").mapTo(Integer.class).one();
  }
}
