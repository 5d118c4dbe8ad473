@NullMarked
package interleave.db;

import org.jspecify.annotations.NullMarked;
