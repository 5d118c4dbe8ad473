/** A real browser for the tests, and the ways in which they look at a page and work on it. */
@NullMarked
package interleave.browser;

import org.jspecify.annotations.NullMarked;
