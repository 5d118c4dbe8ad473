package interleave.hostile;

import interleave.run.RunEvent.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What a program's file says of it: a comment block at its top in the form of PEP 723, such as
 * {@code # /// hostile} to {@code # ///}, that holds TOML.
 *
 * @param body what follows it
 */
record Header(JsonNode claims, String body) {
  private static final Pattern BLOCK =
      Pattern.compile("\\A# /// (\\w+)\n((?:#(?: .*)?\n)*?)# ///\n(.*)\\z", Pattern.DOTALL);
  private static final TomlMapper TOML = new TomlMapper();

  /**
   * Reads it.
   *
   * @param kind of the block, which must be there
   * @param keys that it may have
   * @throws IllegalArgumentException when it is missing or says something else
   */
  static Header of(Path file, String kind, Set<String> keys) {
    var block = BLOCK.matcher(text(file));
    if (!block.matches() || !block.group(1).equals(kind)) {
      throw new IllegalArgumentException(file + " has no header \"# /// " + kind + "\"");
    }
    var claims = TOML.readTree(block.group(2).replaceAll("(?m)^# ?", ""));
    var unknown = claims.propertyNames().stream().filter(key -> !keys.contains(key)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(file + " claims " + unknown);
    }
    return new Header(claims, block.group(3));
  }

  /** The content of a file of the suite. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException thrown) {
      throw new IllegalArgumentException(file + " cannot be read", thrown);
    }
  }

  boolean has(String key) {
    return claims.has(key);
  }

  /** A string, or null when it is not claimed. */
  @Nullable String string(String key) {
    return has(key) ? claims.path(key).asString() : null;
  }

  /** A number, or null when it is not claimed. */
  @Nullable Integer number(String key) {
    return has(key) ? claims.path(key).asInt() : null;
  }

  /** One string, or a list of them, or none. */
  List<String> strings(String key) {
    var words = claims.path(key);
    return words.isArray()
        ? StreamSupport.stream(words.spliterator(), false).map(JsonNode::asString).toList()
        : words.isString() ? List.of(words.asString()) : List.of();
  }

  /** Why a program may end. */
  Set<Reason> reasons(String key) {
    return strings(key).stream()
        .map(word -> Reason.valueOf(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
