/** Pages, the API, event streams and error pages. */
@NullMarked
package interleave.web;

import org.jspecify.annotations.NullMarked;
