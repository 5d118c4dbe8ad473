package interleave.content;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What {@code course.toml} says.
 *
 * @param language a BCP 47 tag
 * @param chapters the names of the folders of the chapters in reading order
 */
record CourseFile(String title, String summary, String language, List<NumberedFolder> chapters) {
  /** The folder of a chapter. */
  record NumberedFolder(Path path, String slug) {}

  static CourseFile read(ContentFolder folder) {
    TomlTable toml = TomlTable.of(folder.read(Path.of("course.toml")));
    toml.only(Set.of("title", "summary", "language", "chapters"));
    return new CourseFile(
        toml.text("title"), toml.text("summary"), language(toml), chapters(toml, folder));
  }

  private static String language(TomlTable toml) {
    String tag = toml.text("language");
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException wrong) {
      throw toml.problem("language", "`language` is to be a language tag such as en");
    }
  }

  private static List<NumberedFolder> chapters(TomlTable toml, ContentFolder folder) {
    List<String> names = toml.texts("chapters");
    if (names.isEmpty()) {
      throw toml.problem("chapters", "`chapters` is to list the folders of the chapters in order");
    }
    var slugs = new HashSet<String>();
    for (int i = 0; i < names.size(); i++) {
      String key = "chapters[" + i + "]";
      NumberedName name =
          NumberedName.of(names.get(i))
              .orElseThrow(() -> toml.problem(key, "the name of a chapter " + NumberedName.RULE));
      if (!folder.has(Path.of(names.get(i), "chapter.toml"))) {
        throw toml.problem(key, "there is no " + names.get(i) + "/chapter.toml");
      }
      if (!slugs.add(name.slug())) {
        throw toml.problem(key, "two chapters have the address " + name.slug());
      }
    }
    return names.stream()
        .map(name -> new NumberedFolder(Path.of(name), NumberedName.of(name).orElseThrow().slug()))
        .toList();
  }
}
