@NullMarked
package interleave.run.interpreter;

import org.jspecify.annotations.NullMarked;
