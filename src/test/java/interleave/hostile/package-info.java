/** Programs that mean harm, and what becomes of them in the sandbox. */
@NullMarked
package interleave.hostile;

import org.jspecify.annotations.NullMarked;
