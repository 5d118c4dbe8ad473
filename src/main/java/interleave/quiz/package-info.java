/** Grading. */
@NullMarked
package interleave.quiz;

import org.jspecify.annotations.NullMarked;
