package interleave.learner;

/** Somebody who learns here; nothing is known of them but what they did. */
public record Learner(long id) {}
