/**
 * The sandbox of one run: bubblewrap, seccomp, the readers of its output and its use of the
 * machine.
 */
@NullMarked
package interleave.run.sandbox;

import org.jspecify.annotations.NullMarked;
