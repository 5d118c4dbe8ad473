package interleave.content;

import interleave.course.Chapter;
import interleave.course.Course;
import interleave.course.Lesson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the course from its folder, and checks it as a whole. */
public final class CourseReader {
  private final ContentFolder folder;
  private final Map<Path, LessonFile> lessons = new HashMap<>();
  private final Map<String, String> questionIds = new HashMap<>();

  private CourseReader(ContentFolder folder) {
    this.folder = folder;
  }

  /**
   * Reads all of the course. Nothing of the folder is looked at later.
   *
   * @throws ContentProblem for the first thing that is wrong
   */
  public static Course read(Path contentFolder) {
    return new CourseReader(new ContentFolder(contentFolder)).course();
  }

  private Course course() {
    CourseFile course = CourseFile.read(folder);
    // All lessons are parsed before any is rendered, since links lead forward too.
    List<ChapterFolder> chapters =
        course.chapters().stream().map(name -> ChapterFolder.read(folder, name)).toList();
    chapters.forEach(
        chapter -> chapter.lessons().forEach(lesson -> lessons.put(lesson.file(), lesson)));
    var read = new ArrayList<Chapter>();
    for (ChapterFolder chapter : chapters) {
      read.add(new Chapter(read.size() + 1, chapter.slug(), chapter.title(), lessonsOf(chapter)));
    }
    Orphans.check(folder);
    return new Course(course.title(), course.summary(), course.language(), read);
  }

  private List<Lesson> lessonsOf(ChapterFolder chapter) {
    var links = new Links(lessons);
    var read = new ArrayList<Lesson>();
    for (LessonFile lesson : chapter.lessons()) {
      read.add(new LessonPage(folder, lesson, links).read(read.size() + 1, questionIds));
    }
    return read;
  }
}
