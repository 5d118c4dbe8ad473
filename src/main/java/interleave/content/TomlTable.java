package interleave.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** A table of a TOML text, whose every problem names its line. */
final class TomlTable {
  private static final TomlMapper TOML = new TomlMapper();

  private final Source source;
  private final TomlLines lines;
  private final String path;
  private final JsonNode node;

  private TomlTable(Source source, TomlLines lines, String path, JsonNode node) {
    this.source = source;
    this.lines = lines;
    this.path = path;
    this.node = node;
  }

  /** The file as a whole. */
  static TomlTable of(Source source) {
    return of(source, 1, source.text());
  }

  /** A part of the file, which begins on the line {@code first}, counted from 1. */
  static TomlTable of(Source source, int first, String part) {
    // With as many empty lines before it, the parser's lines are those of the file.
    String toml = "\n".repeat(first - 1) + part;
    try {
      JsonNode node = TOML.readTree(toml);
      return new TomlTable(source, TomlLines.of(toml), "", node);
    } catch (JacksonException wrong) {
      throw source.problem(
          line(wrong, toml).orElse(first), "this is not TOML: " + wrong.getOriginalMessage());
    }
  }

  private static OptionalInt line(JacksonException wrong, String toml) {
    TokenStreamLocation location = wrong.getLocation();
    if (location == null) {
      return OptionalInt.empty();
    }
    int line = location.getLineNr();
    if (location.getColumnNr() == 1 && "Duplicate key".equals(wrong.getOriginalMessage())) {
      // The parser sees this only when it has gone on to the next thing; what stands before is
      // sound.
      String before = toml.lines().limit(line - 1).collect(Collectors.joining("\n", "", "\n"));
      return OptionalInt.of(TomlLines.of(before).last());
    }
    return OptionalInt.of(line);
  }

  /** A problem at the line of this key, or of this table for an empty one. */
  ContentProblem problem(String key, String what) {
    return source.problem(line(key), what);
  }

  /** The line of this key, or of this table when it is not there. */
  int line(String key) {
    return lines.line(path(key));
  }

  /** Any other key than these is a problem: it is most likely a typing error. */
  void only(Set<String> keys) {
    for (String key : node.propertyNames()) {
      if (!keys.contains(key)) {
        throw problem(
            key,
            "the key `"
                + key
                + "` is not known here; known are "
                + String.join(", ", keys.stream().sorted().toList()));
      }
    }
  }

  boolean has(String key) {
    return node.has(key);
  }

  boolean isList(String key) {
    return node.path(key).isArray();
  }

  /** A text that must be there and say something. */
  String text(String key) {
    return textIfAny(key).orElseThrow(() -> missing(key, "a text"));
  }

  Optional<String> textIfAny(String key) {
    return value(key)
        .map(
            value -> {
              if (!value.isString() || value.stringValue().isBlank()) {
                throw problem(key, "`" + key + "` is to be a text that is not empty");
              }
              return value.stringValue();
            });
  }

  /** A list of texts; empty when it is not there. */
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (JsonNode item : items(key)) {
      if (!item.isString()) {
        throw problem(key + "[" + texts.size() + "]", "`" + key + "` is to be a list of texts");
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  Optional<Integer> integer(String key) {
    return value(key)
        .map(
            value -> {
              if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw problem(key, "`" + key + "` is to be a whole number");
              }
              return value.intValue();
            });
  }

  Optional<Double> number(String key) {
    return value(key)
        .map(
            value -> {
              if (!value.isNumber()) {
                throw problem(key, "`" + key + "` is to be a number");
              }
              return value.doubleValue();
            });
  }

  /** True or false; false when it is not there. */
  boolean flag(String key) {
    return value(key)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw problem(key, "`" + key + "` is to be true or false");
              }
              return value.booleanValue();
            })
        .orElse(false);
  }

  Optional<TomlTable> table(String key) {
    return value(key).map(value -> table(key, value));
  }

  /** An array of tables; empty when it is not there. */
  List<TomlTable> tables(String key) {
    var tables = new ArrayList<TomlTable>();
    for (JsonNode item : items(key)) {
      tables.add(table(key + "[" + tables.size() + "]", item));
    }
    return tables;
  }

  ContentProblem missing(String key, String what) {
    return problem("", "`" + key + "` is missing: give it " + what);
  }

  private TomlTable table(String key, JsonNode value) {
    if (!value.isObject()) {
      throw problem(key, "`" + key + "` is to be a table");
    }
    return new TomlTable(source, lines, path(key), value);
  }

  private Iterable<JsonNode> items(String key) {
    @Nullable JsonNode value = node.get(key);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw problem(key, "`" + key + "` is to be a list");
    }
    return value;
  }

  private Optional<JsonNode> value(String key) {
    return Optional.ofNullable(node.get(key));
  }

  private String path(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }
}
