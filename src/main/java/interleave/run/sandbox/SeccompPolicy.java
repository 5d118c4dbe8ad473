package interleave.run.sandbox;

import interleave.run.linux.LinuxException;
import interleave.run.linux.Seccomp;
import interleave.run.linux.Seccomp.Rule;
import interleave.run.linux.Seccomp.Test;
import interleave.run.sandbox.Tier.CountedMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * The system calls that a program may make: those that Python, its threading, multiprocessing and
 * asyncio, a shell and the usual tools need. All others do not exist for it (ENOSYS); among them
 * are ptrace, mount, unshare, setns, keyctl, bpf, perf_event_open, userfaultfd, io_uring, inotify
 * and fanotify (which tell of files that others use, and are slow to close), and memfd_create
 * (whose memory no limit counts).
 */
final class SeccompPolicy {
  private static final String ALLOWED =
      """
      read write pread64 pwrite64 readv writev preadv pwritev preadv2 pwritev2 lseek close
      close_range open openat openat2 creat access faccessat faccessat2 stat lstat fstat
      newfstatat statx statfs fstatfs readlink readlinkat getcwd chdir fchdir getdents getdents64
      dup dup2 dup3 pipe pipe2 flock fsync fdatasync sync_file_range truncate ftruncate
      fallocate fadvise64 sendfile splice tee copy_file_range umask
      mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink symlinkat
      chmod fchmod fchmodat chown fchown lchown fchownat utime utimes utimensat futimesat
      getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr
      munmap mremap mprotect madvise msync mincore brk mlock munlock mlock2 membarrier
      poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
      epoll_pwait2 eventfd eventfd2 signalfd signalfd4 timerfd_create timerfd_settime
      timerfd_gettime
      rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending rt_sigsuspend rt_sigtimedwait
      rt_sigqueueinfo rt_tgsigqueueinfo sigaltstack kill tkill tgkill pause alarm getitimer
      setitimer restart_syscall
      futex futex_waitv set_robust_list get_robust_list rseq set_tid_address arch_prctl
      getpid getppid gettid getuid geteuid getgid getegid getgroups getresuid getresgid getpgid
      getpgrp setpgid getsid setsid getpriority setpriority capget
      fork vfork execve execveat exit exit_group wait4 waitid pidfd_open pidfd_send_signal
      getrlimit setrlimit getrusage times sysinfo uname getcpu
      sched_yield sched_getaffinity sched_setaffinity sched_getparam sched_setparam
      sched_getscheduler sched_setscheduler sched_get_priority_max sched_get_priority_min
      sched_rr_get_interval sched_getattr
      time gettimeofday clock_gettime clock_getres clock_nanosleep nanosleep timer_create
      timer_settime timer_gettime timer_getoverrun timer_delete getrandom
      bind connect listen accept accept4 getsockname getpeername shutdown sendto
      recvfrom sendmsg recvmsg sendmmsg recvmmsg getsockopt
      """;

  private static final int EPERM = 1;
  private static final int ENOMEM = 12;
  private static final int EAFNOSUPPORT = 97;

  /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. */
  private static final long NAMESPACE_FLAGS = 0x7E020000L;

  /** What kind of mapping the flags of mmap(2) ask for: MAP_SHARED is 1, MAP_PRIVATE is 2. */
  private static final long MAP_TYPE = 0xf;

  private static final long MAP_SHARED = 1;
  private static final long MAP_PRIVATE = 2;
  private static final long MAP_ANONYMOUS = 0x20;

  /** From a pool of the machine's, which nothing counts. */
  private static final long MAP_HUGETLB = 0x40000;

  /**
   * Commands of fcntl(2): duplicates, flags, locks, owners and signals, pipe sizes, seals. Not
   * F_NOTIFY and leases, which tell of what others do with files. Each by its whole number: the
   * kernel looks at the lower half of it alone.
   */
  private static final List<Long> FILE_COMMANDS =
      List.of(
          0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 15L, 16L, 36L, 37L, 38L, 1030L, 1032L,
          1033L, 1034L);

  private static final long F_SETPIPE_SZ = 1031;

  private static final long AF_UNIX = 1;
  private static final long AF_INET = 2;
  private static final long TCP = 6;
  private static final long UDP = 17;
  private static final long SOL_SOCKET = 1;

  /**
   * Reuse of addresses and ports, broadcast, keep-alive, credentials, timeouts. Not SO_LINGER: a
   * program can hand us a socket along with its output (SCM_RIGHTS), and we close what it hands us;
   * a lingering one would keep our reader waiting.
   */
  private static final List<Long> SOCKET_OPTIONS = List.of(2L, 6L, 9L, 15L, 16L, 20L, 21L);

  /** SO_SNDBUF and SO_RCVBUF. */
  private static final List<Long> BUFFER_SIZES = List.of(7L, 8L);

  /** No delay, cork, keep-alive times, quick acknowledgement, timeout. */
  private static final List<Long> TCP_OPTIONS = List.of(1L, 3L, 4L, 5L, 6L, 12L, 18L);

  /** Process 1 cannot be looked into; the program's own process, which it forks, can again. */
  private static final long PR_SET_DUMPABLE = 4;

  private static final long PR_SET_NAME = 15;
  private static final long PR_GET_NAME = 16;

  /** Terminal state and size, bytes to read, non-blocking, close-on-exec on and off. */
  private static final List<Long> IOCTLS =
      List.of(0x5401L, 0x5413L, 0x541BL, 0x5421L, 0x5450L, 0x5451L);

  /**
   * All bits of a process's number. Limits can be set for any process but the first, which a limit
   * on its processor time would end.
   */
  private static final long ANY_NUMBER = 0xFFFFFFFFL;

  private SeccompPolicy() {}

  /**
   * The filter for sandboxes.
   *
   * @param counted what of a sandbox's memory the kernel counts; where it counts none, memory is
   *     refused that stays though no process has it mapped, and larger pipes; and where it does not
   *     count that of all sockets, theirs stays as large as it is at first
   * @throws LinuxException when libseccomp refuses a rule
   * @throws IllegalArgumentException when libseccomp is not installed
   */
  static byte[] filter(CountedMemory counted) throws LinuxException {
    boolean kernelCounts = counted != CountedMemory.NOTHING;
    var rules = new ArrayList<Rule>();
    for (var call : ALLOWED.split("\\s+", -1)) {
      if (!call.isEmpty()) {
        rules.add(Rule.allow(call));
      }
    }
    rules.add(Rule.allow("clone", Test.without(0, NAMESPACE_FLAGS)));
    rules.add(Rule.allow("prctl", Test.equal(0, PR_SET_NAME)));
    rules.add(Rule.allow("prctl", Test.equal(0, PR_GET_NAME)));
    rules.add(Rule.allow("prctl", Test.equal(0, PR_SET_DUMPABLE), Test.equal(1, 1)));
    rules.add(Rule.allow("prlimit64", Test.without(0, ANY_NUMBER)));
    for (long bit = 2; bit < ANY_NUMBER; bit *= 2) {
      rules.add(Rule.allow("prlimit64", Test.with(0, bit)));
    }
    IOCTLS.forEach(request -> rules.add(Rule.allow("ioctl", Test.equal(1, request))));
    addMappings(rules, kernelCounts);
    FILE_COMMANDS.forEach(command -> rules.add(Rule.allow("fcntl", Test.equal(1, command))));
    var larger = Test.equal(1, F_SETPIPE_SZ);
    rules.add(kernelCounts ? Rule.allow("fcntl", larger) : Rule.refuse("fcntl", EPERM, larger));
    addSockets(rules, counted == CountedMemory.ALL);
    return Seccomp.compile(rules);
  }

  private static void addMappings(List<Rule> rules, boolean kernelCounts) {
    rules.add(Rule.refuse("mmap", ENOMEM, Test.with(3, MAP_HUGETLB)));
    if (kernelCounts) {
      rules.add(Rule.allow("mmap", Test.without(3, MAP_HUGETLB)));
      return;
    }
    rules.add(Rule.allow("mmap", Test.masked(3, MAP_TYPE | MAP_HUGETLB, MAP_PRIVATE)));
    rules.add(Rule.allow("mmap", Test.without(3, MAP_ANONYMOUS | MAP_HUGETLB)));
    long sharedAnonymous = MAP_SHARED | MAP_ANONYMOUS;
    rules.add(
        Rule.refuse("mmap", EPERM, Test.masked(3, sharedAnonymous | MAP_HUGETLB, sharedAnonymous)));
  }

  /** Other families and protocols would have the kernel load modules that nobody here needs. */
  private static void addSockets(List<Rule> rules, boolean anySize) {
    rules.add(Rule.allow("socketpair", Test.equal(0, AF_UNIX)));
    rules.add(Rule.allow("socket", Test.equal(0, AF_UNIX)));
    for (long protocol : List.of(0L, TCP, UDP)) {
      rules.add(Rule.allow("socket", Test.equal(0, AF_INET), Test.equal(2, protocol)));
    }
    rules.add(Rule.refuse("socket", EAFNOSUPPORT, Test.greater(0, AF_INET)));
    for (long option : SOCKET_OPTIONS) {
      rules.add(Rule.allow("setsockopt", Test.equal(1, SOL_SOCKET), Test.equal(2, option)));
    }
    for (long option : BUFFER_SIZES) {
      Test[] tests = {Test.equal(1, SOL_SOCKET), Test.equal(2, option)};
      rules.add(anySize ? Rule.allow("setsockopt", tests) : Rule.ignore("setsockopt", tests));
    }
    for (long option : TCP_OPTIONS) {
      rules.add(Rule.allow("setsockopt", Test.equal(1, TCP), Test.equal(2, option)));
    }
  }
}
