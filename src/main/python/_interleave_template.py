"""The template of the sandboxes of one Python: warm, and forked once for each program.

bubblewrap starts it, in a system of its own in which no program ever runs (Bubblewrap.java says
what is in it). For each request of the server it makes a child in namespaces of its own (see
namespaces(7)), which shuts itself in for good and then starts the process that the program will
be. So that process has all that Python needs in memory already, without having imported it.

A request is one message on the control socket: the number of the user that the sandbox is to be
(u32; 0 for the one that we are), with descriptors (SCM_RIGHTS): standard input, output and error,
the socket that brings the server's word, the socket that takes how the program ended, the memory
file that will hold the program, and those of the control groups that the sandbox is to be in: a
process that writes 0 to one is in that group. After a message with none the template ends with the
last of its sandboxes. When the server closes the socket, or is no more, the template ends at once;
and as it is process 1 there, the kernel ends all that it made.
"""

import ctypes
import fcntl
import gc
import os
import signal
import socket
import struct

import _interleave_ending as ending
import _interleave_mounts as mounts
import _interleave_network as network
from _interleave_clone import clone

_CONTROL, _FILTER = 3, 4
_WORD, _ENDING = 3, 4
_HELLO = b"\0"
_REQUEST = struct.Struct("<I")
_DESCRIPTORS = 6
_MOST_GROUPS = 8

#: CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET.
_NAMESPACES = 0x7E020000

#: Who the program is, inside.
_NOBODY = 65534

#: What a sandbox is given no more of, in /proc/sys: namespaces, and room in the kernel for what a
#: socket of TCP has sent or got (tcp(7): least, usual and most bytes).
_SETTINGS = (
    ("user/max_user_namespaces", b"0"),
    ("net/ipv4/tcp_wmem", b"4096 16384 65536"),
    ("net/ipv4/tcp_rmem", b"4096 16384 65536"),
)

_SET_DUMPABLE, _SET_SECCOMP, _DROP_BOUND, _NO_NEW_PRIVILEGES = 4, 22, 24, 38
_SECCOMP_FILTER = 2
_CAPABILITIES = 64
_CAPABILITY_VERSION = 0x20080522

_MOST_OPEN = os.sysconf("SC_OPEN_MAX")

#: The kernel, when the machine runs out of memory, takes a program before anything of ours.
_FIRST_TO_GO = b"1000"

_libc = ctypes.PyDLL(None, use_errno=True)


def serve():
    """Make sandboxes. Returns once in each of them, in the process that the program will be."""
    try:
        _serve()
    except BaseException as problem:
        _give_up(problem)


def _serve():
    with open(_FILTER, "rb") as file:
        seccomp = file.read()
    ending.install()
    _warm_up()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    requests = socket.socket(fileno=_CONTROL)
    while True:
        message, descriptors, _, _ = socket.recv_fds(
            requests, _REQUEST.size, _DESCRIPTORS + _MOST_GROUPS
        )
        if len(descriptors) < _DESCRIPTORS:
            if message:
                _wait_for_sandboxes(requests)
            os._exit(0)
        (user,) = _REQUEST.unpack(message)
        try:
            if _clone(user) == 0 and _begin(user, descriptors, seccomp):
                requests.detach()
                return
        except OSError as problem:
            _complain(problem, descriptors[2])
        for descriptor in descriptors:
            os.close(descriptor)


def _warm_up():
    """What programs of this course import most is there before they come."""
    import asyncio
    import concurrent.futures.process
    import concurrent.futures.thread
    import multiprocessing.connection
    import multiprocessing.context
    import multiprocessing.queues
    import multiprocessing.synchronize
    import queue

    import _interleave_boot
    import _interleave_lab.main
    import _interleave_streams
    import _interleave_tasks
    del asyncio, concurrent, multiprocessing, queue
    gc.collect()
    _interleave_boot.freeze()


def _wait_for_sandboxes(requests):
    """Or for the end of the server."""
    requests.settimeout(1)
    try:
        while os.waitpid(-1, os.WNOHANG) == (0, 0):
            try:
                requests.recv(1)
                return
            except TimeoutError:
                pass
    except ChildProcessError:
        pass


def _clone(user):
    """As os.fork() does, but the child is in its namespaces from its first step, as process 1."""
    if user:
        _become(user)
    try:
        child = clone(_NAMESPACES | signal.SIGCHLD)
    except OSError:
        _become_again(user)
        raise
    if child:
        _become_again(user)
    return child


def _begin(user, descriptors, seccomp):
    """Process 1 makes the sandbox; true in process 2, which the program will be."""
    try:
        _take(descriptors)
        for group in range(_DESCRIPTORS, len(descriptors)):
            os.write(group, b"0")
            os.close(group)
        # Whatever we write, it brings the server our number (SCM_CREDENTIALS): it does what only it
        # can do to us before we go on.
        os.write(1, _HELLO)
        if os.read(_WORD, 1):
            _shut_in(user, seccomp)
            return _fork()
        os._exit(0)
    except BaseException as problem:
        _give_up(problem)


def _give_up(problem):
    """End, whatever happens: no process of ours is ever to go on as if it were the program's."""
    try:
        _complain(problem)
    finally:
        os._exit(1)


def _complain(problem, descriptor=2):
    """Tell the person who runs the server."""
    os.write(descriptor, f"{type(problem).__name__}: {problem}\n".encode())


def _become(user):
    """Another user, among those that are ours; the way back stays open."""
    os.setresgid(user, user, _NOBODY)
    os.setresuid(user, user, _NOBODY)


def _become_again(user):
    if user:
        _become(_NOBODY)


def _take(descriptors):
    """The request's descriptors become 0, 1, 2 ...; all others are closed, the template's too."""
    free = [fcntl.fcntl(each, fcntl.F_DUPFD, 64) for each in descriptors]
    for number, each in enumerate(free):
        os.dup2(each, number)
    os.closerange(len(descriptors), _MOST_OPEN)


def _shut_in(user, seccomp):
    _prctl(_SET_DUMPABLE, 1)
    _write("/proc/self/oom_score_adj", _FIRST_TO_GO)
    _map_user(user)
    for name, most in _SETTINGS:
        _write(f"/proc/sys/{name}", most)
    mounts.make()
    _raise_loopback()
    network.take_port()
    _drop_privileges()
    # From here on nobody in the sandbox can look into process 1, hold on to it or disturb it: the
    # first process of a namespace gets no signals from inside but those that it has handlers for.
    _prctl(_SET_DUMPABLE, 0)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _filter(seccomp)


def _map_user(user):
    _write("/proc/self/setgroups", b"deny")
    _write("/proc/self/uid_map", b"%d %d 1" % (_NOBODY, user or _NOBODY))
    _write("/proc/self/gid_map", b"%d %d 1" % (_NOBODY, user or _NOBODY))
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    _prctl(_SET_DUMPABLE, 1)


def _raise_loopback():
    """SIOCSIFFLAGS: the network that is there, lo alone, is up and running."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh22x", b"lo", 0x1 | 0x40))


def _drop_privileges():
    for capability in range(_CAPABILITIES):
        if _libc.prctl(_DROP_BOUND, capability, 0, 0, 0) != 0:
            break
    header = struct.pack("Ii", _CAPABILITY_VERSION, 0)
    _done("capset", _libc.capset(header, bytes(24)))
    _prctl(_NO_NEW_PRIVILEGES, 1)


def _fork():
    """True in the program's process; process 1 waits for its end, tells it, and ends all."""
    child = os.fork()
    if child == 0:
        os.close(_ENDING)
        os.setsid()
        _prctl(_SET_DUMPABLE, 1)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        return True
    os.closerange(0, _ENDING)
    os.closerange(_ENDING + 1, _DESCRIPTORS)
    network.leave_port()
    while True:
        ended, status = os.wait()
        if ended == child:
            break
    if os.WIFSIGNALED(status):
        os.write(_ENDING, b"signal %d" % os.WTERMSIG(status))
    else:
        os.write(_ENDING, b"exit %d" % os.WEXITSTATUS(status))
    os._exit(0)


def _filter(seccomp):
    program = struct.pack("HxxxxxxP", len(seccomp) // 8, _address(seccomp))
    _prctl(_SET_SECCOMP, _SECCOMP_FILTER, program)


def _address(data):
    return ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value


def _prctl(what, value, more=None):
    _done(f"prctl {what}", _libc.prctl(what, value, more, 0, 0))


def _write(file, content):
    descriptor = os.open(file, os.O_WRONLY)
    try:
        os.write(descriptor, content)
    finally:
        os.close(descriptor)


def _done(what, result):
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{what}: {os.strerror(error)}")
    return result
