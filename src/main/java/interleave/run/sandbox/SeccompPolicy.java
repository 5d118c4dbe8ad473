package interleave.run.sandbox;

import interleave.run.linux.LinuxException;
import interleave.run.linux.Seccomp;
import interleave.run.linux.Seccomp.Rule;
import interleave.run.linux.Seccomp.Test;
import java.util.ArrayList;
import java.util.List;

/**
 * The system calls that a program may make: those that Python, its threading, multiprocessing and
 * asyncio, a shell and the usual tools need. All others do not exist for it (ENOSYS); among them
 * are ptrace, mount, unshare, setns, keyctl, bpf, perf_event_open, userfaultfd, io_uring and
 * memfd_create (whose memory no limit counts).
 */
final class SeccompPolicy {
  private static final String ALLOWED =
      """
      read write pread64 pwrite64 readv writev preadv pwritev preadv2 pwritev2 lseek close
      close_range open openat openat2 creat access faccessat faccessat2 stat lstat fstat
      newfstatat statx statfs fstatfs readlink readlinkat getcwd chdir fchdir getdents getdents64
      dup dup2 dup3 pipe pipe2 fcntl flock fsync fdatasync sync_file_range truncate ftruncate
      fallocate fadvise64 sendfile splice tee copy_file_range umask
      mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink symlinkat
      chmod fchmod fchmodat chown fchown lchown fchownat utime utimes utimensat futimesat
      getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr
      inotify_init inotify_init1 inotify_add_watch inotify_rm_watch
      mmap munmap mremap mprotect madvise msync mincore brk mlock munlock mlock2 membarrier
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
      getrlimit setrlimit prlimit64 getrusage times sysinfo uname getcpu
      sched_yield sched_getaffinity sched_setaffinity sched_getparam sched_setparam
      sched_getscheduler sched_setscheduler sched_get_priority_max sched_get_priority_min
      sched_rr_get_interval sched_getattr
      time gettimeofday clock_gettime clock_getres clock_nanosleep nanosleep timer_create
      timer_settime timer_gettime timer_getoverrun timer_delete getrandom
      socketpair bind connect listen accept accept4 getsockname getpeername shutdown sendto
      recvfrom sendmsg recvmsg sendmmsg recvmmsg getsockopt setsockopt
      """;

  private static final int EAFNOSUPPORT = 97;

  /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET. */
  private static final long NAMESPACE_FLAGS = 0x7E020000L;

  private static final long AF_UNIX = 1;
  private static final long AF_INET = 2;
  private static final long PR_SET_NAME = 15;
  private static final long PR_GET_NAME = 16;

  /** Terminal state and size, bytes to read, non-blocking, close-on-exec on and off. */
  private static final List<Long> IOCTLS =
      List.of(0x5401L, 0x5413L, 0x541BL, 0x5421L, 0x5450L, 0x5451L);

  private SeccompPolicy() {}

  /**
   * The filter for bubblewrap.
   *
   * @throws LinuxException when libseccomp refuses a rule
   * @throws IllegalArgumentException when libseccomp is not installed
   */
  static byte[] filter() throws LinuxException {
    var rules = new ArrayList<Rule>();
    for (var call : ALLOWED.split("\\s+", -1)) {
      if (!call.isEmpty()) {
        rules.add(Rule.allow(call));
      }
    }
    rules.add(new Rule("clone", 0, Test.without(0, NAMESPACE_FLAGS)));
    rules.add(new Rule("socket", 0, Test.equal(0, AF_UNIX)));
    rules.add(new Rule("socket", 0, Test.equal(0, AF_INET)));
    rules.add(new Rule("socket", EAFNOSUPPORT, Test.greater(0, AF_INET)));
    rules.add(new Rule("prctl", 0, Test.equal(0, PR_SET_NAME)));
    rules.add(new Rule("prctl", 0, Test.equal(0, PR_GET_NAME)));
    IOCTLS.forEach(request -> rules.add(new Rule("ioctl", 0, Test.equal(1, request))));
    return Seccomp.compile(rules);
  }
}
