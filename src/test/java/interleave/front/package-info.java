/** Tests of what browsers get: the sheet, the scripts and the running demo. */
@NullMarked
package interleave.front;

import org.jspecify.annotations.NullMarked;
