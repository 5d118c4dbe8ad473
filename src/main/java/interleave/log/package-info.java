/** What goes to standard error. */
@NullMarked
package interleave.log;

import org.jspecify.annotations.NullMarked;
