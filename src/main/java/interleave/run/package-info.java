/** Running a program: requests, the queue, limits, and the log that is the only record of a run. */
@NullMarked
package interleave.run;

import org.jspecify.annotations.NullMarked;
