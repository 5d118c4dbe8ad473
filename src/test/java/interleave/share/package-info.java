/** Tests of what is kept under links. */
@NullMarked
package interleave.share;

import org.jspecify.annotations.NullMarked;
