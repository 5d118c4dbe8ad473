package interleave.run.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionTableTest {
  /**
   * Of functions of its library: the table, and the depth at each instruction as Python reads it.
   */
  private static final String ASK =
      """
      import dis, subprocess, tarfile, threading, types, zipfile
      long = types.ModuleType('long')
      exec('def f():\\n' + '  with a:\\n    with b: pass\\n' * 1500, long.__dict__)
      for module in (long, subprocess, tarfile, threading, zipfile):
          for owner in [module, *(each for each in vars(module).values() if isinstance(each, type))]:
              for function in vars(owner).values():
                  code = getattr(function, '__code__', None)
                  if code and code.co_exceptiontable:
                      depths = [0] * (len(code.co_code) // 2)
                      for entry in dis._parse_exception_table(code):
                          for at in range(entry.start // 2, entry.end // 2): depths[at] = entry.depth
                      print(code.co_exceptiontable.hex(), *depths)
      """;

  @Test
  void depths_are_those_that_python_itself_reads() throws Exception {
    var functions = ask();
    assertTrue(functions.size() > 50, "few functions: " + functions.size());
    for (var function : functions) {
      var words = List.of(function.split(" ", -1));
      var table = table(HexFormat.of().parseHex(words.getFirst()));
      var depths = new ArrayList<String>();
      for (int i = 0; i < words.size() - 1; i++) {
        depths.add(String.valueOf(table.depthAt(i)));
      }
      assertEquals(words.subList(1, words.size()), depths);
    }
  }

  @Test
  void a_table_that_is_cut_off_has_no_blocks() {
    assertEquals(0, table((byte) 0xff).depthAt(3));
    assertEquals(0, table().depthAt(0));
  }

  @Test
  void bytes_that_are_no_table_have_no_blocks_however_many() {
    var bytes = new byte[1 << 16];
    Arrays.fill(bytes, (byte) 0x7f);
    assertEquals(0, table(bytes).depthAt(3));
    Arrays.fill(bytes, (byte) 0xff);
    assertEquals(0, table(bytes).depthAt(-1));
    assertEquals(0, table(bytes).depthAt(Integer.MAX_VALUE));
  }

  private static ExceptionTable table(byte... bytes) {
    return new ExceptionTable(ByteBuffer.wrap(bytes));
  }

  private static List<String> ask() throws Exception {
    var python = new ProcessBuilder("/usr/bin/python3", "-I", "-c", ASK).start();
    python.getOutputStream().close();
    var text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, python.waitFor());
    return text.lines().toList();
  }
}
