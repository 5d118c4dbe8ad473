package interleave.content;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A chapter whose lessons are parsed but not yet rendered.
 *
 * @param lessons in reading order, never empty
 */
record ChapterFolder(String slug, String title, List<LessonFile> lessons) {

  static ChapterFolder read(ContentFolder folder, CourseFile.NumberedFolder chapter) {
    TomlTable toml = TomlTable.of(folder.read(chapter.path().resolve("chapter.toml")));
    toml.only(Set.of("title"));
    List<LessonFile> lessons =
        names(folder, chapter.path()).entrySet().stream()
            .sorted(Comparator.comparingInt(lesson -> lesson.getValue().number()))
            .map(l -> LessonFile.read(folder, l.getKey(), chapter.slug(), l.getValue()))
            .toList();
    if (lessons.isEmpty()) {
      throw toml.problem("", "this chapter has no lesson; a lesson's file is named 1-a-name.md");
    }
    return new ChapterFolder(chapter.slug(), toml.text("title"), lessons);
  }

  private static Map<Path, NumberedName> names(ContentFolder folder, Path chapter) {
    var lessons = new HashMap<Path, NumberedName>();
    var numbers = new HashSet<Integer>();
    var slugs = new HashSet<String>();
    for (Path file : folder.filesIn(chapter)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".md")) {
        NumberedName parts =
            NumberedName.of(name.substring(0, name.length() - ".md".length()))
                .orElseThrow(
                    () ->
                        new ContentProblem(
                            folder.name(file), 1, "the name of a lesson " + NumberedName.RULE));
        if (!numbers.add(parts.number()) || !slugs.add(parts.slug())) {
          throw new ContentProblem(
              folder.name(file), 1, "another lesson of this chapter has this number or this name");
        }
        lessons.put(file, parts);
      }
    }
    return lessons;
  }
}
