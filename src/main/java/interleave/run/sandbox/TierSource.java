package interleave.run.sandbox;

/** Where the tier comes from by which limits are enforced; asked again while none can be had. */
public interface TierSource {
  /**
   * Finds it.
   *
   * @throws SandboxProblem when the one that is asked for cannot be had
   */
  Tier find() throws SandboxProblem;

  /** The best that this machine gives us: see {@link Tier#find}. */
  static TierSource best(String group) {
    return () -> Tier.find(group);
  }

  /** Control groups, or nothing. */
  static TierSource cgroups(String group) {
    return () -> {
      var found = Tier.find(group);
      if (found instanceof Polling) {
        throw new SandboxProblem(
            "INTERLEAVE_TIER asks for control groups, and none with memory and pids can be divided"
                + " here: delegate one (Delegate=yes for a service of systemd), name one in"
                + " INTERLEAVE_CGROUP, or set INTERLEAVE_TIER to any");
      }
      return found;
    };
  }

  /** Polling alone, also where there are control groups. */
  static TierSource polling() {
    return of(Tier.polling());
  }

  /** One that is known. */
  static TierSource of(Tier tier) {
    return () -> tier;
  }
}
