package interleave.content;

import interleave.course.Block;
import interleave.course.Demo;
import interleave.course.Heading;
import interleave.course.Html;
import interleave.course.Lesson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Renders a lesson once every lesson is parsed, and reads the demos and the quiz that it shows. */
final class LessonPage {
  private final ContentFolder folder;
  private final LessonFile lesson;
  private final Links links;
  private final Map<Path, Demo> demos = new HashMap<>();

  LessonPage(ContentFolder folder, LessonFile lesson, Links links) {
    this.folder = folder;
    this.lesson = lesson;
    this.links = links;
  }

  /**
   * Reads the lesson.
   *
   * @param number its place in the chapter, counted from 1
   * @param questionIds where in the course each question's id was first used; grows
   */
  Lesson read(int number, Map<String, String> questionIds) {
    links.resolve(lesson.document(), lesson.place());
    Path quiz = lesson.quizFile();
    if (!folder.has(quiz)) {
      throw lesson
          .source()
          .problem(1, "a lesson ends with a quiz: write " + quiz.getFileName() + " beside it");
    }
    return new Lesson(
        lesson.chapter(),
        number,
        lesson.name().slug(),
        lesson.head().title(),
        lesson.head().summary(),
        lesson.head().minutes(),
        blocks(),
        headings(),
        QuizFile.read(folder, lesson, links, questionIds));
  }

  private List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    var prose = new StringBuilder();
    for (Node node : Tree.children(lesson.document()).toList()) {
      if (node instanceof ShownDemos shown) {
        endProse(prose, blocks);
        blocks.add(new Block.Demos(shown.links.stream().map(this::demo).toList()));
      } else {
        prose.append(Markdown.html(node));
      }
    }
    endProse(prose, blocks);
    return blocks;
  }

  private static void endProse(StringBuilder prose, List<Block> blocks) {
    if (!prose.toString().isBlank()) {
      blocks.add(new Block.Prose(new Html(prose.toString())));
    }
    prose.setLength(0);
  }

  private Demo demo(Link link) {
    Path file = lesson.file().resolveSibling(link.getDestination()).normalize();
    if (!folder.has(file)) {
      throw lesson
          .place()
          .problem(link, "there is no program " + link.getDestination() + ", seen from here");
    }
    if (demos.keySet().stream()
        .anyMatch(
            known -> !known.equals(file) && DemoFile.name(known).equals(DemoFile.name(file)))) {
      throw lesson
          .place()
          .problem(link, "this lesson shows another program named " + DemoFile.name(file));
    }
    return demos.computeIfAbsent(file, unread -> DemoFile.read(folder, unread, lesson, links));
  }

  private List<Heading> headings() {
    return Tree.all(lesson.document(), AnchoredHeading.class)
        .filter(heading -> heading.level == 2)
        .map(heading -> new Heading(heading.anchor, heading.text))
        .toList();
  }
}
