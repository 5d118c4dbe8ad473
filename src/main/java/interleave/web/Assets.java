package interleave.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Style sheets, scripts and fonts, read once into memory. Their address holds a version, a hash of
 * them all, so that browsers may keep them for ever.
 */
public final class Assets {
  private static final String SHEET = "static/css/site.css";
  private static final String IMPORT_MAP = "vendor/importmap.json";

  private final Map<String, byte[]> files;
  private final String version;
  private final String importMap;

  private Assets(Map<String, byte[]> files) {
    this.files = files;
    this.version = hash(files);
    this.importMap = importMap(files, version);
  }

  /** The folder of what we serve is not where we were started; the message is one line. */
  public static final class Missing extends RuntimeException {
    private Missing(Path file) {
      super(file + " is missing: start the server in the project's folder");
    }
  }

  /**
   * Reads both folders.
   *
   * @param own the folder served under {@code /static/}
   * @param vendor the folder served under {@code /vendor/}; it may be missing: then there is no
   *     editor but the plain one
   * @throws Missing when the style sheet is not there
   */
  public static Assets load(Path own, Path vendor) {
    var files = new TreeMap<String, byte[]>();
    try {
      read("static/", own, files);
      read("vendor/", vendor, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!files.containsKey(SHEET)) {
      throw new Missing(own.resolve("css/site.css"));
    }
    return new Assets(files);
  }

  /** The address of a file below {@code static/}, such as {@code css/site.css}. */
  public String url(String path) {
    return "/static/" + version + "/" + path;
  }

  /** The import map of the vendored modules as JSON, fit for a script element. */
  String importMap() {
    return importMap;
  }

  String version() {
    return version;
  }

  /** The bytes of a file such as {@code static/css/site.css}, or empty when there is none. */
  Optional<byte[]> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The media type of a file by its name. */
  static String type(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "css" -> "text/css; charset=utf-8";
      case "js", "mjs" -> "text/javascript; charset=utf-8";
      case "json", "map" -> "application/json";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "woff2" -> "font/woff2";
      case "txt", "md" -> "text/plain; charset=utf-8";
      default -> "application/octet-stream";
    };
  }

  private static void read(String prefix, Path folder, Map<String, byte[]> files)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        files.put(prefix + name, Files.readAllBytes(path));
      }
    }
  }

  private static String hash(Map<String, byte[]> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static String importMap(Map<String, byte[]> files, String version) {
    var imports = Json.object();
    var listed = files.get(IMPORT_MAP);
    if (listed != null) {
      JsonNode modules = Json.MAPPER.readTree(listed);
      modules
          .properties()
          .forEach(
              module ->
                  imports.put(
                      module.getKey(), "/vendor/" + version + "/" + module.getValue().asString()));
    }
    var map = Json.object();
    map.set("imports", imports);
    return Json.MAPPER.writeValueAsString(map).replace("<", "\\u003c");
  }
}
