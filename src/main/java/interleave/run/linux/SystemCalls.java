package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the system calls are called by number on this machine's architecture, by libseccomp. */
public final class SystemCalls {
  private SystemCalls() {}

  /**
   * The numbers of those of these calls that there are.
   *
   * @throws IllegalArgumentException when libseccomp is not installed
   */
  public static Set<Integer> numbers(String... names) {
    try (var arena = Arena.ofConfined()) {
      var resolve =
          Native.find(
              Native.library("libseccomp.so.2", arena),
              "seccomp_syscall_resolve_name",
              FunctionDescriptor.of(JAVA_INT, ADDRESS));
      var numbers = new int[names.length];
      for (int i = 0; i < names.length; i++) {
        numbers[i] = (int) resolve.invokeExact(arena.allocateFrom(names[i]));
      }
      // Negative numbers are libseccomp's own, of calls that other architectures have.
      return Arrays.stream(numbers)
          .filter(number -> number >= 0)
          .boxed()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IllegalArgumentException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }
}
