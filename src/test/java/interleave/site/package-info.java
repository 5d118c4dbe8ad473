/** Tests of the whole site: its own content and real sandboxes, seen through a real browser. */
@NullMarked
package interleave.site;

import org.jspecify.annotations.NullMarked;
