package interleave.run.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts programs with exactly the descriptors that they are to have, which {@link ProcessBuilder}
 * cannot: see posix_spawn(3).
 */
public final class Spawn {
  private static final short SETSIGDEF = 0x04;
  private static final short SETSIGMASK = 0x08;
  private static final short SETSID = 0x80;
  private static final int ATTRIBUTE_BYTES = 512;
  private static final int SIGNAL_SET_BYTES = 128;

  private static final MethodHandle SPAWN =
      Native.find("posix_spawn", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private static final MethodHandle ACTIONS_INIT =
      Native.find("posix_spawn_file_actions_init", JAVA_INT, ADDRESS);
  private static final MethodHandle ACTIONS_DESTROY =
      Native.find("posix_spawn_file_actions_destroy", JAVA_INT, ADDRESS);
  private static final MethodHandle DUP2 =
      Native.find("posix_spawn_file_actions_adddup2", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle CLOSE_FROM =
      Native.find("posix_spawn_file_actions_addclosefrom_np", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle ATTRIBUTES_INIT =
      Native.find("posix_spawnattr_init", JAVA_INT, ADDRESS);
  private static final MethodHandle SET_FLAGS =
      Native.find("posix_spawnattr_setflags", JAVA_INT, ADDRESS, JAVA_SHORT);
  private static final MethodHandle SET_DEFAULTS =
      Native.find("posix_spawnattr_setsigdefault", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle SET_MASK =
      Native.find("posix_spawnattr_setsigmask", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle FILL_SET = Native.find("sigfillset", JAVA_INT, ADDRESS);
  private static final MethodHandle EMPTY_SET = Native.find("sigemptyset", JAVA_INT, ADDRESS);

  /** Those that were started and could not be held. They are ours until they are collected. */
  private static final Set<Integer> ABANDONED = ConcurrentHashMap.newKeySet();

  private Spawn() {}

  /**
   * Starts a program as a child of the calling thread, in a session of its own: what a terminal
   * sends to us, such as the signal of Ctrl+C, it does not get.
   *
   * @param command the program's path and its arguments
   * @param environment {@code NAME=value} lines: all that it gets
   * @param descriptors those that it gets, as 0, 1, 2 and so on; all others are closed
   * @return the child; the caller closes it
   * @throws LinuxException when it cannot be started; or when it was, and no descriptor is left to
   *     hold it by: then it is to end by itself when it finds its other descriptors closed
   */
  public static Child start(List<String> command, List<String> environment, List<Fd> descriptors)
      throws LinuxException {
    ABANDONED.removeIf(Child::reap);
    try (var arena = Arena.ofConfined()) {
      var actions = arena.allocate(ATTRIBUTE_BYTES, 16);
      check("file_actions_init", (int) ACTIONS_INIT.invokeExact(actions));
      try {
        move(actions, descriptors);
        var pid = arena.allocate(JAVA_INT);
        check(
            "cannot start " + command.getFirst(),
            (int)
                SPAWN.invokeExact(
                    pid,
                    arena.allocateFrom(command.getFirst()),
                    actions,
                    attributes(arena),
                    strings(arena, command),
                    strings(arena, environment)));
        return held(pid.get(JAVA_INT, 0));
      } finally {
        int _ = (int) ACTIONS_DESTROY.invokeExact(actions);
      }
    } catch (LinuxException | IllegalStateException thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw Native.unexpected(thrown);
    }
  }

  private static Child held(int pid) throws LinuxException {
    try {
      return Child.of(pid);
    } catch (LinuxException thrown) {
      ABANDONED.add(pid);
      throw thrown;
    }
  }

  /** Moves them in two steps by way of free numbers: so no move overwrites another's source. */
  private static void move(MemorySegment actions, List<Fd> descriptors) throws Throwable {
    int size = descriptors.size();
    int free = 1 + descriptors.stream().mapToInt(Fd::number).reduce(size, Math::max);
    for (int i = 0; i < size; i++) {
      int from = descriptors.get(i).number();
      check("adddup2", (int) DUP2.invokeExact(actions, from, free + i));
    }
    for (int i = 0; i < size; i++) {
      check("adddup2", (int) DUP2.invokeExact(actions, free + i, i));
    }
    check("addclosefrom", (int) CLOSE_FROM.invokeExact(actions, size));
  }

  /** No signal is blocked or ignored in the child, whatever the virtual machine does with it. */
  private static MemorySegment attributes(Arena arena) throws Throwable {
    var attributes = arena.allocate(ATTRIBUTE_BYTES, 16);
    var signals = arena.allocate(SIGNAL_SET_BYTES, 8);
    check("spawnattr_init", (int) ATTRIBUTES_INIT.invokeExact(attributes));
    int _ = (int) EMPTY_SET.invokeExact(signals);
    check("setsigmask", (int) SET_MASK.invokeExact(attributes, signals));
    int _ = (int) FILL_SET.invokeExact(signals);
    check("setsigdefault", (int) SET_DEFAULTS.invokeExact(attributes, signals));
    var flags = (short) (SETSIGDEF | SETSIGMASK | SETSID);
    check("setflags", (int) SET_FLAGS.invokeExact(attributes, flags));
    return attributes;
  }

  private static MemorySegment strings(Arena arena, List<String> values) {
    var array = arena.allocate(ADDRESS, values.size() + 1L);
    for (int i = 0; i < values.size(); i++) {
      array.setAtIndex(ADDRESS, i, arena.allocateFrom(values.get(i)));
    }
    return array;
  }

  private static void check(String action, int error) throws LinuxException {
    if (error != 0) {
      throw Native.failed(action, error);
    }
  }
}
