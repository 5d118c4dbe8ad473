package interleave.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that holds the course. It remembers which files were read, so that the ones that
 * nothing refers to can be found. Paths are relative to it.
 */
final class ContentFolder {
  private final Path root;
  private final Set<Path> read = new HashSet<>();

  ContentFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** What problems call this file. */
  String name(Path file) {
    return root.getFileName() + "/" + file.toString().replace('\\', '/');
  }

  boolean has(Path file) {
    return !file.isAbsolute() && !file.startsWith("..") && Files.isRegularFile(root.resolve(file));
  }

  /** Reads a file that must be there; it is UTF-8 without NUL. */
  Source read(Path file) {
    if (!has(file)) {
      throw new ContentProblem(name(file), 1, "this file is missing");
    }
    read.add(file);
    var bytes = ByteBuffer.wrap(bytes(file));
    // UTF-8 never has more characters than bytes.
    var chars = CharBuffer.allocate(bytes.remaining());
    CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
    var source = new Source(name(file), lines(chars.flip().toString()));
    if (end.isError()) {
      throw source.problem(lineAt(source.text().length(), source), "this is not UTF-8 text");
    }
    int nul = source.text().indexOf('\0');
    if (nul >= 0) {
      throw source.problem(lineAt(nul, source), "a NUL byte stands here: take it out");
    }
    return source;
  }

  /** The files that were never read, in the order of their paths; hidden ones left out. */
  List<Path> unread() {
    return walk(Integer.MAX_VALUE, Path.of("")).filter(file -> !read.contains(file)).toList();
  }

  /** The files that stand in this folder itself, in the order of their names. */
  List<Path> filesIn(Path folder) {
    return walk(1, folder).toList();
  }

  private Stream<Path> walk(int depth, Path folder) {
    try (Stream<Path> found = Files.walk(root.resolve(folder), depth)) {
      return found
          .filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(file -> Stream.of(file.toString().split("/")).noneMatch(n -> n.startsWith(".")))
          .sorted()
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException unreadable) {
      throw new ContentProblem(name(folder), 1, "this folder cannot be read: " + unreadable);
    }
  }

  private byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(root.resolve(file));
    } catch (IOException unreadable) {
      throw new ContentProblem(name(file), 1, "this file cannot be read: " + unreadable);
    }
  }

  private static String lines(String text) {
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    return plain.startsWith("\uFEFF") ? plain.substring(1) : plain;
  }

  private static int lineAt(int index, Source source) {
    return 1 + (int) source.text().substring(0, index).chars().filter(c -> c == '\n').count();
  }
}
