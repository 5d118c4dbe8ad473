/** The benchmark of the runner: src/main/scripts/bench. */
@NullMarked
package interleave.bench;

import org.jspecify.annotations.NullMarked;
