package interleave.run;

/**
 * What one run may use.
 *
 * @param wallMs milliseconds from its start to its end
 * @param cpuMs milliseconds of processor time, all its tasks together
 * @param memoryBytes resident memory, all its processes together
 * @param tasks threads and processes alive at once
 * @param outputBytes bytes written to both streams
 * @param codeBytes the program's size in UTF-8
 */
public record Limits(
    long wallMs, long cpuMs, long memoryBytes, int tasks, long outputBytes, long codeBytes) {}
