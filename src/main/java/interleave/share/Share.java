package interleave.share;

import java.time.OffsetDateTime;

/**
 * A program with a run of it.
 *
 * @param id ten letters and digits; whoever knows it can see the share
 */
public record Share(String id, OffsetDateTime sharedAt, Packed content) {}
