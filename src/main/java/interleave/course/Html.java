package interleave.course;

/** HTML that we rendered from content and that is safe to put into a page as it is. */
public record Html(String value) {}
