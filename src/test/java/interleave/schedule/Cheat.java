package interleave.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that is to pass for the solution of a challenge, and is none.
 *
 * @param name of its file
 * @param code its text; where that ends with {@code # then parts/...}, with that file behind it
 */
public record Cheat(String name, String code) {
  private static final Path FOLDER = Path.of("src/test/resources/cheats");
  private static final String THEN = "# then ";

  public static List<Cheat> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      var names = files.filter(Files::isRegularFile).map(file -> file.getFileName().toString());
      var found = new ArrayList<Cheat>();
      for (var name : names.sorted().toList()) {
        found.add(of(name));
      }
      return found;
    }
  }

  public static Cheat of(String name) throws IOException {
    var text = Files.readString(FOLDER.resolve(name));
    int then = text.lastIndexOf(THEN);
    if (then < 0) {
      return new Cheat(name, text);
    }
    var part = FOLDER.resolve(text.substring(then + THEN.length()).strip());
    return new Cheat(name, text.substring(0, then) + Files.readString(part));
  }
}
