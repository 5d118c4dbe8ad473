/**
 * What lessons claim of their demos, held to real runs; and the recording of such runs:
 * src/main/scripts/record.
 */
@NullMarked
package interleave.demos;

import org.jspecify.annotations.NullMarked;
