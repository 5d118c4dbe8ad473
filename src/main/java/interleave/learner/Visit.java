package interleave.learner;

/**
 * A learner and the token that their browser is to keep.
 *
 * @param token the one they came with, or a new one when that was none of ours
 */
public record Visit(Learner learner, Token token) {}
