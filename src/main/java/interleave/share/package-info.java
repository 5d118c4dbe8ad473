/** Programs with one run each, kept under a link that can be handed on. */
@NullMarked
package interleave.share;

import org.jspecify.annotations.NullMarked;
