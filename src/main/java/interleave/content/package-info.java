/**
 * Files to records: Markdown, front matter, quizzes, demo headers, highlighting, and the check of
 * all of it.
 */
@NullMarked
package interleave.content;

import org.jspecify.annotations.NullMarked;
