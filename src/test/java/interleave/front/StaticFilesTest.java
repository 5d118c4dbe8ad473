package interleave.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class StaticFilesTest {
  private static final Path OWN = Path.of("static");
  private static final Path VENDOR = Path.of("target/vendor");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^(?:import|export)\\b[^;]*?from\\s*[\"']([^\"']+)[\"']");
  private static final Pattern LAZY_IMPORT = Pattern.compile("\\bimport\\([\"']([^\"']+)[\"']\\)");
  private static final Pattern URL = Pattern.compile("(?:url\\(|@import )\"([^\"]+)\"");

  @Test
  void every_module_of_the_import_map_is_there() throws IOException {
    var missing = new TreeMap<>(importMap());
    missing.values().removeIf(path -> Files.isRegularFile(VENDOR.resolve(path)));

    assertEquals(new TreeMap<>(), missing);
  }

  @Test
  void every_import_leads_to_a_file_and_no_module_of_the_map_is_idle() throws IOException {
    var map = importMap();
    var wanted = new HashSet<Path>();
    var idle = new TreeSet<>(map.keySet());
    var left = new ArrayDeque<>(List.of(OWN.resolve("js/site.js")));
    while (!left.isEmpty()) {
      var file = left.remove();
      if (!wanted.add(file)) {
        continue;
      }
      for (var name : imports(file)) {
        idle.remove(name);
        var target =
            name.startsWith(".")
                ? file.resolveSibling(name).normalize()
                : VENDOR.resolve(map.getOrDefault(name, "not-in-the-import-map/" + name));
        assertTrue(Files.isRegularFile(target), file + " imports " + name + ": no " + target);
        left.add(target);
      }
    }

    assertEquals(Set.of(), idle);
    assertEquals(filesIn(OWN.resolve("js"), ".js"), filter(wanted));
  }

  @Test
  void every_address_in_the_sheets_is_a_file() throws IOException {
    for (var sheet : filesIn(OWN.resolve("css"), ".css")) {
      for (var address : found(URL, Files.readString(sheet))) {
        assertTrue(Files.isRegularFile(sheet.resolveSibling(address)), sheet + ": " + address);
      }
    }
  }

  @Test
  void the_sheets_stay_below_48_kB_and_the_scripts_below_150_kB() throws IOException {
    assertTrue(size(without(filesIn(OWN.resolve("css"), ".css"), labSheets())) < 48_000);
    assertTrue(size(without(filesIn(OWN.resolve("js"), ".js"), labScripts())) < 150_000);
  }

  @Test
  void what_only_pages_with_a_lab_load_stays_below_16_kB_and_82_kB() throws IOException {
    assertTrue(size(labSheets()) < 16_000);
    assertTrue(size(labScripts()) < 82_000);
  }

  private static Set<Path> labSheets() throws IOException {
    return without(filesIn(OWN.resolve("css"), ".css"), sheetsOf("css/site.css"));
  }

  private static Set<Path> sheetsOf(String first) throws IOException {
    var sheet = OWN.resolve(first);
    var sheets = new TreeSet<>(Set.of(sheet));
    for (var address : found(URL, Files.readString(sheet))) {
      sheets.add(sheet.resolveSibling(address));
    }
    return sheets;
  }

  /** The scripts that are reached through a lab alone. */
  private static Set<Path> labScripts() throws IOException {
    var labs = Set.of(OWN.resolve("js/schedule-lab.js"), OWN.resolve("js/lab-challenge.js"));
    var all = reached(OWN.resolve("js/site.js"), Set.of());
    return without(all, reached(OWN.resolve("js/site.js"), labs));
  }

  private static Set<Path> reached(Path start, Set<Path> except) throws IOException {
    var reached = new TreeSet<Path>();
    var left = new ArrayDeque<>(List.of(start));
    while (!left.isEmpty()) {
      var file = left.remove();
      if (except.contains(file) || !reached.add(file)) {
        continue;
      }
      for (var name : imports(file)) {
        if (name.startsWith(".")) {
          left.add(file.resolveSibling(name).normalize());
        }
      }
    }
    return reached;
  }

  private static Set<Path> without(Set<Path> files, Set<Path> others) {
    var rest = new TreeSet<>(files);
    rest.removeAll(others);
    return rest;
  }

  private static Map<String, String> importMap() throws IOException {
    var map = new TreeMap<String, String>();
    JsonMapper.shared()
        .readTree(Files.readString(VENDOR.resolve("importmap.json")))
        .properties()
        .forEach(module -> map.put(module.getKey(), module.getValue().asString()));
    return map;
  }

  private static List<String> imports(Path file) throws IOException {
    var text = Files.readString(file);
    var names = new TreeSet<>(found(IMPORT, text));
    if (file.startsWith(OWN)) {
      names.addAll(found(LAZY_IMPORT, text));
    }
    return List.copyOf(names);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static Set<Path> filter(Set<Path> files) {
    var own = new TreeSet<>(files);
    own.removeIf(file -> !file.startsWith(OWN));
    return own;
  }

  private static Set<Path> filesIn(Path folder, String ending) throws IOException {
    try (var files = Files.list(folder)) {
      return new TreeSet<>(files.filter(file -> file.toString().endsWith(ending)).toList());
    }
  }

  private static long size(Set<Path> files) throws IOException {
    long size = 0;
    for (var file : files) {
      size += Files.size(file);
    }
    return size;
  }
}
