/** What the person who runs the server may set. */
@NullMarked
package interleave.config;

import org.jspecify.annotations.NullMarked;
