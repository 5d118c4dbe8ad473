package interleave.run.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionTableTest {
  /**
   * Of functions of its library: the table, and the depth at each instruction as Python reads it.
   */
  private static final String ASK =
      """
      import dis, subprocess, tarfile, threading, zipfile
      for module in (subprocess, tarfile, threading, zipfile):
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
      var table = new ExceptionTable(HexFormat.of().parseHex(words.getFirst()));
      var depths = new ArrayList<String>();
      for (int i = 0; i < words.size() - 1; i++) {
        depths.add(String.valueOf(table.depthAt(i)));
      }
      assertEquals(words.subList(1, words.size()), depths);
    }
  }

  @Test
  void a_table_that_is_cut_off_has_no_blocks() {
    assertEquals(0, new ExceptionTable(new byte[] {(byte) 0xff}).depthAt(3));
    assertEquals(0, new ExceptionTable(new byte[0]).depthAt(0));
  }

  private static List<String> ask() throws Exception {
    var python = new ProcessBuilder("/usr/bin/python3", "-I", "-c", ASK).start();
    python.getOutputStream().close();
    var text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, python.waitFor());
    return text.lines().toList();
  }
}
