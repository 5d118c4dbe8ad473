package interleave.share;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.Days;
import interleave.db.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShareStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-03T10:00:00Z");
  private static final int SIZE = 1000;

  private final Database database =
      Database.open(
          "jdbc:h2:mem:"
              + UUID.randomUUID()
              + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
          Path.of("db"));
  private final Days days = new Days(NOW);
  private final ShareStore shares = new ShareStore(database, days);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_is_added_is_found_as_it_was() throws IOException {
    var id = shares.add("run", packed(SIZE));
    assertTrue(id.matches("[0-9A-Za-z]{10}"), id);
    var share = shares.find(id).orElseThrow();
    assertEquals(OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC), share.sharedAt());
    assertArrayEquals(noise(SIZE), share.content().open().readAllBytes());
    assertEquals(Optional.empty(), shares.find("0123456789"));
    assertEquals(Optional.empty(), shares.find(id.toLowerCase(Locale.ROOT) + "x"));
  }

  @Test
  void a_run_is_shared_once_however_often_it_is_added() {
    var id = shares.add("run", packed(SIZE));
    assertEquals(id, shares.add("run", packed(SIZE)));
    assertEquals(Optional.of(id), shares.ofRun("run"));
    assertEquals(Optional.empty(), shares.ofRun("other"));
    assertEquals(1, count("share"));
    assertEquals(1, count("share_content"));
  }

  @Test
  void without_room_those_go_that_nobody_has_seen_for_longest() {
    var small = new ShareStore(database, days, 3L * (SIZE + 600));
    var first = small.add("1", packed(SIZE));
    var second = small.add("2", packed(SIZE));
    days.pass(1);
    var third = small.add("3", packed(SIZE));
    assertTrue(small.find(first).isPresent());
    days.pass(ShareStore.KEPT_DAYS);
    var fourth = small.add("4", packed(SIZE));
    assertEquals(
        List.of(true, false, true, true),
        List.of(first, second, third, fourth).stream()
            .map(id -> small.find(id).isPresent())
            .toList());
    assertEquals(3, count("share"));
    assertEquals(3, count("share_content"));
  }

  @Test
  void what_was_seen_lately_does_not_go_for_another_which_is_refused() {
    var small = new ShareStore(database, days, 2L * (SIZE + 600));
    var first = small.add("1", packed(SIZE));
    days.pass(1);
    var second = small.add("2", packed(SIZE));
    assertThrows(ShareStore.Full.class, () -> small.add("3", packed(SIZE)));
    days.pass(ShareStore.KEPT_DAYS - 1);
    assertThrows(ShareStore.Full.class, () -> small.add("3", packed(SIZE)));
    days.pass(1);
    assertThrows(ShareStore.Full.class, () -> small.add("3", packed(2 * SIZE)));
    assertEquals(2, count("share"), "nothing goes for one that is refused");
    var third = small.add("3", packed(SIZE));
    assertTrue(small.find(second).isPresent() && small.find(third).isPresent());
    assertEquals(Optional.empty(), small.find(first));
  }

  @Test
  void many_small_ones_make_room_for_a_large_one() {
    var small = new ShareStore(database, days, 400_000);
    IntStream.range(0, 260).forEach(run -> small.add("small " + run, packed(SIZE)));
    days.pass(ShareStore.KEPT_DAYS + 1);
    var large = small.add("large", packed(300_000));
    assertTrue(small.find(large).isPresent());
    assertTrue(count("share") < 100, () -> count("share") + " shares");
  }

  @Test
  void being_seen_is_noted_once_a_day() {
    var id = shares.add("run", packed(SIZE));
    days.pass(2);
    assertTrue(shares.find(id).isPresent());
    assertEquals("2026-11-05", seenOn(id));
    assertTrue(shares.find(id).isPresent());
    assertEquals("2026-11-05", seenOn(id));
  }

  @Test
  void what_is_packed_is_bounded_packed_and_plain_to_the_byte() {
    Consumer<OutputStream> zeros = out -> write(out, new byte[SIZE]);
    Packed.of(zeros, SIZE, SIZE);
    assertThrows(Packed.TooLarge.class, () -> Packed.of(zeros, SIZE, SIZE - 1));
    int size = packed(SIZE).bytes().length;
    Consumer<OutputStream> noise = out -> write(out, noise(SIZE));
    assertEquals(size, Packed.of(noise, size, SIZE).bytes().length);
    assertThrows(Packed.TooLarge.class, () -> Packed.of(noise, size - 1, SIZE));
  }

  @Test
  void an_owner_shares_so_often_and_then_waits() {
    long[] nanos = {17};
    var allowance = new ShareAllowance(() -> nanos[0]);
    for (int share = 0; share < ShareAllowance.PER_OWNER; share++) {
      assertEquals(Optional.empty(), allowance.takeOne("ann"));
    }
    var wait = allowance.takeOne("ann").orElseThrow();
    assertTrue(allowance.takeOne("bob").isEmpty());
    nanos[0] += wait.toNanos();
    assertTrue(allowance.takeOne("ann").isEmpty());
  }

  @Test
  void an_address_shares_so_many_bytes_in_a_day_and_no_more() {
    long[] nanos = {17};
    var allowance = new ShareAllowance(() -> nanos[0]);
    int each = Packed.MOST_BYTES;
    for (long bytes = 0; bytes < ShareAllowance.BYTES_PER_ADDRESS; bytes += each) {
      assertEquals(Optional.empty(), allowance.takeBytes("here", each));
    }
    var wait = allowance.takeBytes("here", each).orElseThrow();
    assertTrue(wait.compareTo(Duration.ofDays(1)) < 0);
    assertTrue(allowance.takeBytes("there", each).isEmpty());
    nanos[0] += wait.toNanos();
    assertTrue(allowance.takeBytes("here", each).isEmpty());
    nanos[0] += Duration.ofDays(1).toNanos();
    assertTrue(allowance.takeBytes("here", (int) ShareAllowance.BYTES_PER_ADDRESS).isEmpty());
  }

  private int count(String table) {
    return database.read(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private String seenOn(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("select cast(seen_on as varchar) from share where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
  }

  /** So many bytes that cannot be packed, and the few that packing adds. */
  private static Packed packed(int bytes) {
    return Packed.of(out -> write(out, noise(bytes)));
  }

  private static byte[] noise(int bytes) {
    var noise = new byte[bytes];
    new Random(17).nextBytes(noise);
    return noise;
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
