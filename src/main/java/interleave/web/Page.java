package interleave.web;

import interleave.course.Course;
import interleave.course.Html;
import interleave.course.Lesson;
import interleave.learner.LessonState;
import interleave.learner.Progress;
import java.util.Optional;

/**
 * What the frame of every page needs.
 *
 * @param title unique on the site
 * @param progress empty on an error page, which asks nothing of the database
 * @param current the lesson that the page shows, if it shows one
 */
public record Page(
    String title,
    Course course,
    Optional<Progress> progress,
    Optional<Lesson> current,
    String path,
    Assets assets,
    String nonce) {

  /** The script element that tells browsers where the vendored modules are. */
  public Html importMap() {
    return new Html(
        "<script type=\"importmap\" nonce=\"%s\">%s</script>".formatted(nonce, assets.importMap()));
  }

  /** The words of the link to the progress page. */
  public String progressLabel() {
    return progress
        .map(known -> "Progress · " + known.lessonsRead(course) + " of " + course.lessons().count())
        .orElse("Progress");
  }

  /** How far a lesson has come, or empty when that is unknown or nothing yet. */
  public Optional<LessonState> state(Lesson lesson) {
    return progress
        .map(known -> known.state(lesson))
        .filter(state -> !(state instanceof LessonState.NotStarted));
  }

  public boolean shows(Lesson lesson) {
    return current.map(Lesson::id).equals(Optional.of(lesson.id()));
  }
}
