package interleave.run.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.RealRunner;
import interleave.run.linux.ElfSymbol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where fields lie is taken from the files of the interpreters that are here. */
class LayoutTest {
  /** What the file of an interpreter has of its runtime object. */
  private record OfFile(String runtime, int minor, ByteBuffer contents) {}

  @Test
  void each_interpreter_is_known_inside_by_its_file() throws Exception {
    for (var file : files()) {
      assertTrue(Layout.of(file.minor, file.contents).isPresent(), file.runtime);
      if (file.minor > 11) {
        assertEquals(
            file.runtime.endsWith("t"), file.contents.getLong(2 * Long.BYTES) == 1, file.runtime);
      }
    }
  }

  @Test
  void of_another_version_nothing_is_known() throws Exception {
    for (var file : files()) {
      assertEquals(Optional.empty(), Layout.of(12, file.contents));
      assertEquals(Optional.empty(), Layout.of(15, file.contents));
      assertEquals(Optional.empty(), Layout.of(file.minor == 13 ? 14 : 13, file.contents));
    }
  }

  @Test
  void a_file_without_a_table_says_nothing() {
    assertEquals(Optional.empty(), Layout.of(14, ByteBuffer.allocate(0)));
    assertEquals(Optional.empty(), Layout.of(14, ByteBuffer.allocate(4096)));
  }

  /** Each word that the layout depends on is held to what it can mean. */
  @Test
  void an_offset_that_can_be_none_makes_it_unknown() throws Exception {
    for (var file : files()) {
      if (file.minor == 11) {
        continue;
      }
      var sound = Layout.of(file.minor, file.contents);
      int used = 0;
      for (int at = 0; at < 64 * Long.BYTES; at += Long.BYTES) {
        if (!Layout.of(file.minor, changed(file.contents, at, 8)).equals(sound)) {
          used++;
          for (long wrong : new long[] {-8, 1 << 16, (1L << 31) - 9, 1L << 32, Long.MIN_VALUE}) {
            var layout = Layout.of(file.minor, changed(file.contents, at, wrong));
            assertEquals(Optional.empty(), layout, file.runtime + " word " + at / Long.BYTES);
          }
        }
      }
      assertTrue(used > 15, "few words make a difference: " + used);
    }
  }

  private static ByteBuffer changed(ByteBuffer contents, int at, long word) {
    var changed = ByteBuffer.allocate(contents.limit()).order(ByteOrder.nativeOrder());
    return changed.put(0, contents, 0, contents.limit()).putLong(at, word);
  }

  private static List<OfFile> files() throws Exception {
    var found = new ArrayList<OfFile>();
    for (var runtime : RealRunner.runtimes()) {
      var program = RealProcess.interpreter(runtime);
      assertTrue(Files.isRegularFile(program), runtime);
      var symbol = ElfSymbol.find(program, "_PyRuntime").orElseThrow();
      int minor = Integer.parseInt(runtime.replaceAll("^3\\.|t$", ""));
      found.add(new OfFile(runtime, minor, symbol.contents()));
    }
    return found;
  }
}
