@NullMarked
package interleave.learner;

import org.jspecify.annotations.NullMarked;
