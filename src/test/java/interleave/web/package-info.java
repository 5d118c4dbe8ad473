@NullMarked
package interleave.web;

import org.jspecify.annotations.NullMarked;
