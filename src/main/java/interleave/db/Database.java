package interleave.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database, migrated and ready. Safe for use by many threads; whoever opened it closes it.
 *
 * <p>A change is kept when it is done. H2 would by itself write it half a second later, and when
 * the disk is full by then, forget what it had acknowledged; with a write delay of 0 each change
 * waits for its own write. A write that fails closes H2's database: every connection is dead then,
 * and the next new one opens it anew, as it was kept last.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;

  /**
   * How long to wait for those who are before us, and for a connection: pages that can do without
   * the database wait for it too.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The file grows by about 20 KB with each change; tidied, it keeps less than 1 KB of that. */
  private static final int CHANGES_UNTIL_TIDIED = 2000;

  private static final Duration TIDYING = Duration.ofSeconds(1);

  private final HikariDataSource source;
  private final boolean inFile;
  private final AtomicInteger changes = new AtomicInteger();

  /**
   * Shared by those who read; a change has it alone. A write that fails closes H2's database, and a
   * thread that is just about to begin something in it may then turn in it for ever.
   */
  private final ReadWriteLock use = new ReentrantReadWriteLock();

  private final Jdbi jdbi;
  private final Outage outage = new Outage();

  private Database(HikariDataSource source) {
    this.source = source;
    this.inFile = source.getJdbcUrl().startsWith("jdbc:h2:file:");
    this.jdbi = Jdbi.create(source);
  }

  /** It cannot be reached or migrated; the message is one line. */
  public static final class Unusable extends RuntimeException {
    private Unusable(String url, Throwable cause) {
      super("The database at " + url + " cannot be used: " + Outage.reason(cause), cause);
    }
  }

  /** It fails now, as when the disk is full; a change that was asked for is not kept. */
  public static final class Unavailable extends RuntimeException {
    private Unavailable(Throwable cause) {
      super(Outage.reason(cause), cause);
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
    // None is made beside a change: see the lock.
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.addDataSourceProperty("WRITE_DELAY", "0");
    // With no delay H2 tidies its file only while it closes it; it stops when it is done.
    config.addDataSourceProperty("MAX_COMPACT_TIME", Long.toString(TIDYING.toMillis()));
    // The trace file would take a stack trace for each failed write from the same disk.
    config.addDataSourceProperty("TRACE_LEVEL_FILE", "0");
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

  /**
   * Reads.
   *
   * @throws Unavailable when the database fails
   */
  public <T> T read(Function<Handle, T> reading) {
    try {
      return reach(use.readLock(), () -> jdbi.withHandle(reading::apply));
    } catch (Unavailable _) {
      // A change of somebody else may have failed and closed it meanwhile.
      return noting(() -> reach(use.readLock(), () -> jdbi.withHandle(reading::apply)));
    }
  }

  /**
   * Makes a change, as one transaction; when this returns, it is kept.
   *
   * @throws Unavailable when it cannot be kept
   */
  public <T> T change(Function<Handle, T> change) {
    var changed = noting(() -> reach(use.writeLock(), () -> jdbi.inTransaction(change::apply)));
    outage.end();
    if (inFile && changes.incrementAndGet() % CHANGES_UNTIL_TIDIED == 0) {
      tidy();
    }
    return changed;
  }

  /** Whether it answers now, and keeps changes. */
  public boolean works() {
    try {
      return outage.lasts() ? change(Database::tryOut) : read(Database::answers);
    } catch (Unavailable _) {
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

  private <T> T reach(Lock lock, Supplier<T> work) {
    await(lock);
    try {
      return work.get();
    } catch (JdbiException e) {
      if (!Outage.isBehind(e)) {
        throw e;
      }
      source.getHikariPoolMXBean().softEvictConnections();
      throw new Unavailable(e);
    } finally {
      lock.unlock();
    }
  }

  private static void await(Lock lock) {
    try {
      if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Unavailable(new TimeoutException("it is busy for too long"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(e);
    }
  }

  /** Closes the database, which tidies its file; the next connection opens it. */
  private void tidy() {
    use.writeLock().lock();
    try {
      jdbi.useHandle(handle -> handle.execute("shutdown"));
    } catch (JdbiException _) {
      // What was kept is kept; whoever comes next is told whether the database still works.
    } finally {
      source.getHikariPoolMXBean().softEvictConnections();
      use.writeLock().unlock();
    }
  }

  private <T> T noting(Supplier<T> work) {
    try {
      return work.get();
    } catch (Unavailable e) {
      outage.begin(e);
      throw e;
    }
  }

  private static boolean answers(Handle handle) {
    return handle.createQuery("select 1").mapTo(Integer.class).one() == 1;
  }

  /** Makes a change and takes it back, which is written too. */
  private static boolean tryOut(Handle handle) {
    handle.execute("insert into learner (created_at) values (current_timestamp)");
    handle.rollback();
    return true;
  }
}
