package interleave.run.sandbox;

import java.io.IOException;

/** A template does not serve any more: another one may. */
final class TemplateDiedException extends IOException {
  private static final long serialVersionUID = 1;

  TemplateDiedException(String why) {
    super(why);
  }
}
