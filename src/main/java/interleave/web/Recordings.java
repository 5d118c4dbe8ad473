package interleave.web;

import interleave.course.Course;
import interleave.course.Recording;
import io.javalin.http.Context;

/** The recorded runs of demos, as JSON. */
final class Recordings {
  private final Course course;

  Recordings(Course course) {
    this.course = course;
  }

  /** Whoever has it already is told so: it changes only with the course. */
  void show(Context ctx) {
    var recording = recording(ctx);
    var tag = "\"" + Recording.fingerprint(recording.json()) + "\"";
    ctx.header("ETag", tag).header("Cache-Control", "no-cache");
    if (tag.equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
    } else {
      ctx.contentType("application/json").result(recording.json());
    }
  }

  private Recording recording(Context ctx) {
    var lesson = ctx.pathParam("chapter") + "/" + ctx.pathParam("lesson");
    return course
        .demo(lesson + "/" + ctx.pathParam("name"))
        .flatMap(demo -> demo.recording(ctx.pathParam("runtime")))
        .orElseThrow(
            () -> Problem.notFound("There is no recorded run of this demo on this Python."));
  }
}
