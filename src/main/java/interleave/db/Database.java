package interleave.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The database, migrated and ready. Safe for use by many threads; whoever opened it closes it. */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  private final HikariDataSource source;
  private final Jdbi jdbi;

  private Database(HikariDataSource source) {
    this.source = source;
    this.jdbi = Jdbi.create(source);
  }

  /** It cannot be reached or migrated; the message is one line. */
  public static final class Unusable extends RuntimeException {
    private Unusable(String url, Throwable cause) {
      super("The database at " + url + " cannot be used: " + firstLine(cause), cause);
    }

    private static String firstLine(Throwable cause) {
      var deepest = cause;
      for (var next = cause; next != null; next = next.getCause()) {
        deepest = next;
      }
      return String.valueOf(deepest.getMessage()).strip().lines().findFirst().orElse("no reason");
    }
  }

  /**
   * Connects and brings the tables up to date.
   *
   * @param url a JDBC address
   * @param migrations the folder of the {@code V*.sql} files
   * @throws Unusable when it cannot be reached, or a migration is missing, misnamed or fails
   */
  public static Database open(String url, Path migrations) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("interleave");
    config.setMaximumPoolSize(CONNECTIONS);
    HikariDataSource source;
    try {
      source = new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new Unusable(url, e);
    }
    try {
      migrate(source, migrations);
    } catch (FlywayException e) {
      source.close();
      throw new Unusable(url, e);
    }
    return new Database(source);
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /** Whether it answers now. */
  public boolean answers() {
    try {
      return jdbi.withHandle(
          handle -> handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
    } catch (JdbiException _) {
      return false;
    }
  }

  @Override
  public void close() {
    source.close();
  }

  private static void migrate(HikariDataSource source, Path migrations) {
    Flyway.configure()
        .dataSource(source)
        .locations("filesystem:" + migrations.toAbsolutePath())
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }
}
