/** Tests of the schedule lab, with its engine in real sandboxes. */
@NullMarked
package interleave.schedule;

import org.jspecify.annotations.NullMarked;
