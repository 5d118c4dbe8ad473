/** The few libc calls that Java lacks, through java.lang.foreign. */
@NullMarked
package interleave.run.linux;

import org.jspecify.annotations.NullMarked;
