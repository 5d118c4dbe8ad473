package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * Compiles rules on system calls to the filter program that the kernel takes, with libseccomp for
 * this machine's architecture. A system call that no rule names fails with ENOSYS.
 */
public final class Seccomp {
  /**
   * A rule on one system call.
   *
   * @param call its name; unknown here means that this architecture has none such, and is skipped
   * @param action what comes of it, as libseccomp numbers that
   * @param tests what its arguments must all be for the rule to hold; at most one per argument
   */
  public record Rule(String call, int action, List<Test> tests) {
    /** The call is allowed when all tests hold. */
    public static Rule allow(String call, Test... tests) {
      return new Rule(call, ALLOW, List.of(tests));
    }

    /** The call does nothing and says that it has done it, when all tests hold. */
    public static Rule ignore(String call, Test... tests) {
      return new Rule(call, ERRNO, List.of(tests));
    }

    /** The call fails with this error when all tests hold. */
    public static Rule refuse(String call, int errno, Test... tests) {
      return new Rule(call, ERRNO | errno, List.of(tests));
    }
  }

  /** A condition on an argument, as libseccomp's scmp_arg_cmp holds it. */
  public record Test(int argument, int operator, long a, long b) {
    public static Test equal(int argument, long value) {
      return new Test(argument, 4, value, 0);
    }

    public static Test greater(int argument, long value) {
      return new Test(argument, 6, value, 0);
    }

    /** Of the bits of {@code mask}, just those of {@code value} are set. */
    public static Test masked(int argument, long mask, long value) {
      return new Test(argument, 7, mask, value);
    }

    /** All of the bits of {@code mask} are set. */
    public static Test with(int argument, long mask) {
      return masked(argument, mask, mask);
    }

    /** None of the bits of {@code mask} is set. */
    public static Test without(int argument, long mask) {
      return masked(argument, mask, 0);
    }
  }

  private static final int ALLOW = 0x7fff0000;
  private static final int ERRNO = 0x00050000;
  private static final int ENOSYS = 38;

  /**
   * SCMP_FLTATR_CTL_OPTIMIZE: calls are found by halving their numbers. When a filter is installed
   * the kernel tries it with each number there is, which takes longer than all else about it.
   */
  private static final int OPTIMIZE = 8;

  private static final int BINARY_TREE = 2;

  private static final int UNKNOWN_CALL = -1;
  private static final int FILTER_BYTES = 65536;
  private static final long TEST_BYTES = 24;

  private Seccomp() {}

  /**
   * Compiles the rules.
   *
   * @return the filter, an array of the kernel's struct sock_filter
   * @throws LinuxException when a rule is refused
   * @throws IllegalArgumentException when libseccomp is not installed
   */
  public static byte[] compile(List<Rule> rules) throws LinuxException {
    try (var arena = Arena.ofConfined();
        var file = MemoryFile.empty()) {
      var library = Native.library("libseccomp.so.2", arena);
      MethodHandle init = find(library, "seccomp_init", FunctionDescriptor.of(ADDRESS, JAVA_INT));
      MethodHandle export =
          find(library, "seccomp_export_bpf", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
      MethodHandle set =
          find(
              library,
              "seccomp_attr_set",
              FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
      MethodHandle release = find(library, "seccomp_release", FunctionDescriptor.ofVoid(ADDRESS));
      var context = (MemorySegment) init.invokeExact(ERRNO | ENOSYS);
      try {
        check("seccomp_attr_set", (int) set.invokeExact(context, OPTIMIZE, BINARY_TREE));
        for (var rule : rules) {
          add(library, arena, context, rule);
        }
        check("seccomp_export_bpf", (int) export.invokeExact(context, file.number()));
        MemoryFile.rewind(file);
        return file.read(FILTER_BYTES);
      } finally {
        release.invokeExact(context);
      }
    } catch (LinuxException | IllegalArgumentException | IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  private static void add(SymbolLookup library, Arena arena, MemorySegment context, Rule rule)
      throws Throwable {
    MethodHandle resolve =
        find(library, "seccomp_syscall_resolve_name", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    MethodHandle add =
        find(
            library,
            "seccomp_rule_add_array",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    int call = (int) resolve.invokeExact(arena.allocateFrom(rule.call()));
    if (call == UNKNOWN_CALL) {
      return;
    }
    int tests = rule.tests().size();
    check(
        rule.call(),
        (int) add.invokeExact(context, rule.action(), call, tests, array(arena, rule)));
  }

  private static MemorySegment array(Arena arena, Rule rule) {
    var array = arena.allocate(TEST_BYTES * Math.max(1, rule.tests().size()), 8);
    long at = 0;
    for (var test : rule.tests()) {
      array.set(JAVA_INT, at, test.argument());
      array.set(JAVA_INT, at + 4, test.operator());
      array.set(JAVA_LONG, at + 8, test.a());
      array.set(JAVA_LONG, at + 16, test.b());
      at += TEST_BYTES;
    }
    return array;
  }

  private static MethodHandle find(SymbolLookup library, String name, FunctionDescriptor type) {
    return Native.find(library, name, type);
  }

  private static void check(String action, int result) throws LinuxException {
    if (result < 0) {
      throw Native.failed(action, -result);
    }
  }
}
