package interleave.content;

import java.nio.file.Path;

/** Finds files that nothing refers to: most likely somebody forgot them, or misspelt a name. */
final class Orphans {
  private Orphans() {}

  /** To be called when the whole course has been read. */
  static void check(ContentFolder folder) {
    for (Path file : folder.unread()) {
      String name = file.getFileName().toString();
      if (name.endsWith(".py")) {
        throw new ContentProblem(
            folder.name(file), 1, "no lesson shows this program, and no quiz asks about it");
      }
      if (name.endsWith(".quiz.toml")) {
        throw new ContentProblem(folder.name(file), 1, "this quiz has no lesson of its name");
      }
      if (name.endsWith(".outcomes.json")) {
        throw new ContentProblem(
            folder.name(file), 1, "no quiz asks for these outcomes: delete it");
      }
      if (name.endsWith(".json")) {
        throw new ContentProblem(
            folder.name(file),
            1,
            "this is no recording of a demo beside it: those are named as demo.3.11.json");
      }
      if (name.equals("chapter.toml")) {
        throw new ContentProblem(
            folder.name(file), 1, "course.toml does not list this folder among its chapters");
      }
      if (name.endsWith(".md")) {
        throw new ContentProblem(
            folder.name(file), 1, "this is no lesson of any chapter that course.toml lists");
      }
    }
  }
}
