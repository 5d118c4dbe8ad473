package interleave.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import interleave.course.Course;
import interleave.course.Lesson;
import interleave.learner.Progress;
import interleave.web.templates.StaticTemplates;
import interleave.web.templates.Templates;
import io.javalin.http.Context;
import java.util.Optional;

/** Renders templates into answers. */
final class Pages {
  static final Templates TEMPLATES = new StaticTemplates();

  private final Course course;
  private final Assets assets;

  Pages(Course course, Assets assets) {
    this.course = course;
    this.assets = assets;
  }

  /** The frame of a page. */
  Page page(Context ctx, String title, Optional<Progress> progress, Optional<Lesson> current) {
    return new Page(
        title, course, progress, current, ctx.path(), assets, SecurityHeaders.nonce(ctx));
  }

  /** Answers with a page; it may show personal progress, so nobody keeps it. */
  void send(Context ctx, int status, JteModel model) {
    var output = new Utf8ByteOutput();
    model.render(output);
    ctx.status(status)
        .header("Cache-Control", "no-store")
        .contentType("text/html; charset=utf-8")
        .result(output.toByteArray());
  }
}
