package interleave.share;

import interleave.db.Database;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What is kept under links: {@value #MOST_BYTES} bytes at most by estimate. When there is no room
 * for one more, those go that nobody has looked at for longest, if that is more than {@value
 * #KEPT_DAYS} days; the day is all that is kept of that. Safe for use by many threads. Every method
 * throws {@link Database.Unavailable} when the database fails, unless it says otherwise.
 */
public final class ShareStore {
  /** All shares together. */
  public static final long MOST_BYTES = 256L << 20;

  /** How long a link is sure to lead somewhere after it was looked at. */
  public static final int KEPT_DAYS = 30;

  /** A share's rows and their index entries, roughly. */
  static final int ROW_BYTES = 512;

  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 10;
  private static final int AT_ONCE = 100;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Clock clock;
  private final long mostBytes;

  private record Found(Share share, LocalDate seenOn) {}

  /** There is no room for one more, as all have been looked at lately. */
  public static final class Full extends RuntimeException {
    private Full(long mostBytes) {
      super("all " + mostBytes + " bytes are taken");
    }
  }

  /** A share's id and how much room it takes. */
  record Room(String id, int bytes) {}

  public ShareStore(Database database, Clock clock) {
    this(database, clock, MOST_BYTES);
  }

  /** A store of another size. */
  ShareStore(Database database, Clock clock, long mostBytes) {
    this.database = database;
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  /** How much room a share of this content takes, in bytes. */
  public static int room(Packed content) {
    return content.bytes().length + ROW_BYTES;
  }

  /** The share with this id, which counts as seen today, or empty. */
  public Optional<Share> find(String id) {
    var found = database.read(handle -> find(handle, id));
    found.filter(one -> one.seenOn().isBefore(today())).ifPresent(one -> see(one.share().id()));
    return found.map(Found::share);
  }

  /** The id of the share that was made of a run, or empty. */
  public Optional<String> ofRun(String run) {
    return database.read(handle -> ofRun(handle, run));
  }

  /**
   * Keeps a program and its run.
   *
   * @return the id of the share; when the run is shared already, of that
   * @throws Full when there is no room, and nothing is changed
   */
  public String add(String run, Packed content) {
    return database.change(
        handle ->
            ofRun(handle, run)
                .orElseGet(
                    () -> {
                      makeRoom(handle, room(content));
                      return insert(handle, run, content);
                    }));
  }

  private static Optional<Found> find(Handle handle, String id) {
    return handle
        .createQuery(
            """
            select share.id, share.shared_at, share.seen_on, share_content.content
            from share join share_content on share_content.share = share.id
            where share.id = :id
            """)
        .bind("id", id)
        .map((row, _) -> found(row))
        .findOne();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        new Share(
            row.getString("id"),
            row.getObject("shared_at", OffsetDateTime.class),
            new Packed(row.getBytes("content"))),
        row.getObject("seen_on", LocalDate.class));
  }

  /** Can be read, though it cannot be noted that it was: then it is not noted. */
  private void see(String id) {
    try {
      database.change(
          handle ->
              handle
                  .createUpdate(
                      "update share set seen_on = :today where id = :id and seen_on < :today")
                  .bind("today", today())
                  .bind("id", id)
                  .execute());
    } catch (Database.Unavailable _) {
      // It is shown all the same.
    }
  }

  private static Optional<String> ofRun(Handle handle, String run) {
    return handle
        .createQuery("select id from share where run = :run")
        .bind("run", run)
        .mapTo(String.class)
        .findOne();
  }

  private void makeRoom(Handle handle, int wanted) {
    long most = mostBytes - wanted;
    long all = bytes(handle);
    while (all > most) {
      var old = longestUnseen(handle);
      if (old.isEmpty()) {
        throw new Full(mostBytes);
      }
      var gone = new ArrayList<String>();
      for (var one : old) {
        if (all > most) {
          all -= one.bytes();
          gone.add(one.id());
        }
      }
      handle.createUpdate("delete from share where id in (<ids>)").bindList("ids", gone).execute();
    }
  }

  private static long bytes(Handle handle) {
    return handle.createQuery("select coalesce(sum(bytes), 0) from share").mapTo(Long.class).one();
  }

  private List<Room> longestUnseen(Handle handle) {
    return handle
        .createQuery(
            """
            select id, bytes from share where seen_on < :day
            order by seen_on, shared_at, id limit :most
            """)
        .bind("day", today().minusDays(KEPT_DAYS))
        .bind("most", AT_ONCE)
        .map(ConstructorMapper.of(Room.class))
        .list();
  }

  private String insert(Handle handle, String run, Packed content) {
    var id = newId();
    handle
        .createUpdate(
            """
            insert into share (id, run, shared_at, seen_on, bytes)
            values (:id, :run, :now, :today, :bytes)
            """)
        .bind("id", id)
        .bind("run", run)
        .bind("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
        .bind("today", today())
        .bind("bytes", room(content))
        .execute();
    handle
        .createUpdate("insert into share_content (share, content) values (:id, :content)")
        .bind("id", id)
        .bind("content", content.bytes())
        .execute();
    return id;
  }

  /** About 59 random bits: nobody guesses one, and no two are the same. */
  private static String newId() {
    var id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
