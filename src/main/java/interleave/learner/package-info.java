/** LearnerStore, their cookies, attempts and progress, and the stores of these. */
@NullMarked
package interleave.learner;

import org.jspecify.annotations.NullMarked;
