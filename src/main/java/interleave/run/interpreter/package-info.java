/** Looks into a running Python from outside: its threads, their frames, and what they wait for. */
@NullMarked
package interleave.run.interpreter;

import org.jspecify.annotations.NullMarked;
