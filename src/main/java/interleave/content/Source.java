package interleave.content;

/**
 * A file of the course.
 *
 * @param name what problems call it: the content folder's name and the path in it
 * @param text its text, with every line end as {@code \n}
 */
record Source(String name, String text) {
  /** A problem at this line, counted from 1. */
  ContentProblem problem(int line, String what) {
    return new ContentProblem(name, line, what);
  }
}
