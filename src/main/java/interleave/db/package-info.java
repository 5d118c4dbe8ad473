/** The database: data source, migrations, Jdbi. */
@NullMarked
package interleave.db;

import org.jspecify.annotations.NullMarked;
