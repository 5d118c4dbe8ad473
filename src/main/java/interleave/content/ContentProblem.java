package interleave.content;

/**
 * Something is wrong with the course. The message is one line: the file from the content folder's
 * name on, the line counted from 1, what is wrong and what to do.
 */
public final class ContentProblem extends RuntimeException {
  ContentProblem(String file, int line, String what) {
    super(file + ":" + line + ": " + what.strip().replaceAll("\\s+", " "));
  }
}
