package interleave.run;

/** What a program finds beside loopback; never anything of the machine or beyond it. */
public enum Network {
  /** Nobody listens. */
  NONE,

  /** A small web server inside of the sandbox answers a handful of invented host names. */
  DEMO
}
