/** The course as records: chapters, lessons, demos, quizzes. */
@NullMarked
package interleave.course;

import org.jspecify.annotations.NullMarked;
