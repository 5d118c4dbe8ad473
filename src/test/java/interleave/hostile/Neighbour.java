package interleave.hostile;

import interleave.run.RunEvent.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The program of somebody who means no harm, beside a hostile one, and its end as its header
 * ({@code # /// beside}) claims it: whatever the other does, it is the same.
 *
 * @param code the whole file; {@code fill-kib} makes it longer by a comment of so many KiB
 * @param afterwards whether it begins only once the hostile one has written something, and is to
 *     end by itself while that still runs; otherwise it is there before, and is stopped at the end
 * @param reasons why it may end
 * @param contains what must be in its output
 */
record Neighbour(
    String name, String code, boolean afterwards, Set<Reason> reasons, List<String> contains) {
  private static final Set<String> KEYS = Set.of("afterwards", "reason", "contains", "fill-kib");

  static Neighbour read(Path file) {
    var header = Header.of(file, "beside", KEYS);
    var fill = header.number("fill-kib");
    var code = Header.text(file) + (fill == null ? "" : "#".repeat(fill << 10) + "\n");
    return new Neighbour(
        file.getFileName().toString(),
        code,
        header.claims().path("afterwards").asBoolean(false),
        header.reasons("reason"),
        header.strings("contains"));
  }
}
