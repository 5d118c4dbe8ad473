package interleave.course;

/**
 * A heading that a link can point to.
 *
 * @param anchor its id on the page
 * @param text without markup
 */
public record Heading(String anchor, String text) {}
