/** Interleave: a course on threads and processes whose examples run. */
@NullMarked
package interleave;

import org.jspecify.annotations.NullMarked;
