package interleave.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each key of a TOML text stands, which the parser does not tell. Paths are written as {@code
 * questions[1].choices[0].why}. The text must have been parsed before: errors are not looked for.
 */
final class TomlLines {
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Integer> tables = new HashMap<>();
  private final String text;
  private int at;
  private int line = 1;
  private int last = 1;

  private TomlLines(String text) {
    this.text = text;
  }

  static TomlLines of(String toml) {
    var found = new TomlLines(toml);
    found.document();
    return found;
  }

  /** The line of this path, counted from 1, or of the nearest that holds it, or 1. */
  int line(String path) {
    for (String near = path; !near.isEmpty(); near = outer(near)) {
      Integer known = lines.get(near);
      if (known != null) {
        return known;
      }
    }
    return 1;
  }

  /** The line on which the last key outside of inline tables stands, counted from 1. */
  int last() {
    return last;
  }

  private static String outer(String path) {
    return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
  }

  private void document() {
    String table = "";
    for (skipBlank(); at < text.length(); skipBlank()) {
      if (text.charAt(at) == '[') {
        table = header();
      } else {
        last = line;
        pair(table);
      }
    }
  }

  private String header() {
    boolean array = text.startsWith("[[", at);
    at += array ? 2 : 1;
    List<String> keys = keys();
    at += array ? 2 : 1;
    String path = "";
    for (int i = 0; i < keys.size(); i++) {
      path = join(path, keys.get(i));
      Integer last = i < keys.size() - 1 ? tables.get(path) : null;
      path += last == null ? "" : "[" + (last - 1) + "]";
    }
    if (array) {
      path += "[" + (tables.merge(path, 1, Integer::sum) - 1) + "]";
    }
    lines.putIfAbsent(path, line);
    return path;
  }

  private void pair(String table) {
    String path = table;
    for (String key : keys()) {
      path = join(path, key);
      lines.putIfAbsent(path, line);
    }
    at++; // the equals sign
    skipBlank();
    value(path);
  }

  private void value(String path) {
    switch (text.charAt(at)) {
      case '[' -> array(path);
      case '{' -> inlineTable(path);
      case '"', '\'' -> string();
      default -> bare();
    }
  }

  private void array(String path) {
    at++;
    for (int element = 0; more(']'); element++) {
      String here = path + "[" + element + "]";
      lines.putIfAbsent(here, line);
      value(here);
    }
  }

  private void inlineTable(String path) {
    at++;
    while (more('}')) {
      pair(path);
    }
  }

  /** Goes to the next element, or past the end. */
  private boolean more(char end) {
    skipBlank();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      skipBlank();
    }
    boolean more = at < text.length() && text.charAt(at) != end;
    at += more ? 0 : 1;
    return more;
  }

  private List<String> keys() {
    var keys = new ArrayList<String>();
    do {
      at += keys.isEmpty() ? 0 : 1; // the dot
      skipBlank();
      int start = at;
      if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
        string();
        keys.add(text.substring(start + 1, at - 1));
      } else {
        while (at < text.length() && " \t.=]".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        keys.add(text.substring(start, at));
      }
      skipBlank();
    } while (at < text.length() && text.charAt(at) == '.');
    return keys;
  }

  private void string() {
    char quote = text.charAt(at);
    String triple = String.valueOf(quote).repeat(3);
    String end = text.startsWith(triple, at) ? triple : triple.substring(2);
    at += end.length();
    while (at < text.length() && !text.startsWith(end, at)) {
      at += quote == '"' && text.charAt(at) == '\\' ? 1 : 0;
      step();
    }
    at += end.length();
    // A long string may end in up to two quotes of its own.
    while (end.length() == 3 && at < text.length() && text.charAt(at) == quote) {
      at++;
    }
  }

  private void bare() {
    while (at < text.length() && ",]}#\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private void skipBlank() {
    while (at < text.length() && " \t\n#".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        step();
      }
    }
  }

  private void step() {
    line += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
    at++;
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
