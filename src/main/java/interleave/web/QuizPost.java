package interleave.web;

import interleave.course.Lesson;
import interleave.course.Question;
import interleave.learner.Answers;
import interleave.learner.LearnerStore;
import interleave.quiz.Graded;
import interleave.quiz.Grader;
import interleave.quiz.Result;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/** Takes the answers of a quiz, from a plain form or as JSON. */
final class QuizPost {
  private final LearnerStore learners;
  private final Visitors visitors;
  private final LessonPage lessons;

  QuizPost(LearnerStore learners, Visitors visitors, LessonPage lessons) {
    this.learners = learners;
    this.visitors = visitors;
    this.lessons = lessons;
  }

  void answer(Context ctx) {
    var lesson = lessons.lesson(ctx);
    if (ctx.isJson()) {
      answerJson(ctx, lesson);
    } else if (ctx.isFormUrlencoded()) {
      answerForm(ctx, lesson);
    } else {
      throw Problem.wrongType("a form or application/json");
    }
  }

  private void answerForm(Context ctx, Lesson lesson) {
    var form = QuizForm.ofForm(ctx, lesson.quiz());
    var answers = complete(ctx, lesson, form);
    if (answers.missing(lesson.quiz()).isEmpty()) {
      visitors.remember(ctx, learners.answer(visitors.token(ctx), lesson, answers));
      ctx.redirect(lesson.path() + "#quiz", HttpStatus.SEE_OTHER);
    } else {
      lessons.showIncomplete(ctx, lesson, form.keep(), form.answers());
    }
  }

  private void answerJson(Context ctx, Lesson lesson) {
    var answers = complete(ctx, lesson, QuizForm.ofJson(ctx.bodyAsBytes(), lesson.quiz()));
    var missing = answers.missing(lesson.quiz());
    if (!missing.isEmpty()) {
      throw Problem.badField(
          "answers",
          "An answer is missing: " + Words.list(missing.stream().map(Question::id).toList()) + ".");
    }
    visitors.remember(ctx, learners.answer(visitors.token(ctx), lesson, answers));
    Json.send(ctx, 200, json(Grader.grade(lesson.quiz(), answers.chosen())));
  }

  /** The answers sent, with those of the latest attempt that stand. */
  private Answers complete(Context ctx, Lesson lesson, QuizForm form) {
    var quiz = lesson.quiz();
    return visitors
        .learner(ctx)
        .map(learner -> learners.latestAnswers(learner, lesson).stillReadable(quiz))
        .map(latest -> Grader.grade(quiz, latest.chosen()))
        .map(earlier -> form.answers().over(earlier, form.keep()))
        .orElse(form.answers());
  }

  private static ObjectNode json(Result result) {
    var json = Json.object().put("correct", result.correct()).put("total", result.total());
    var questions = json.putArray("questions");
    result.questions().forEach(graded -> questions.add(json(graded)));
    return json;
  }

  private static ObjectNode json(Graded graded) {
    var json = Json.object().put("id", graded.question().id()).put("correct", graded.correct());
    var options = json.putArray("options");
    for (var choice : graded.question().choices()) {
      options
          .addObject()
          .put("key", choice.key())
          .put("text", choice.text().value())
          .put("chosen", graded.chosen().contains(choice.key()))
          .put("correct", choice.correct())
          .put("why", choice.why().value());
    }
    return json;
  }
}
