package interleave.schedule;

/**
 * A program in the lab.
 *
 * @param code Python source
 * @param runtime the name of an installed runtime
 */
public record LabProgram(String code, String runtime, Granularity granularity) {}
