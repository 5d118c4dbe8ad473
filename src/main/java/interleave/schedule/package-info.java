/** The schedule lab: the orders in which a program's steps can be taken, and what comes of them. */
@NullMarked
package interleave.schedule;

import org.jspecify.annotations.NullMarked;
