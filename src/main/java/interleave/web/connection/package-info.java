/** Bounds on connections: how many there may be, and how long a client may take for a request. */
@NullMarked
package interleave.web.connection;

import org.jspecify.annotations.NullMarked;
