@NullMarked
package interleave;

import org.jspecify.annotations.NullMarked;
