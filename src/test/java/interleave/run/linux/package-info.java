@NullMarked
package interleave.run.linux;

import org.jspecify.annotations.NullMarked;
