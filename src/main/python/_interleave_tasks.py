"""Tells the server of threads and processes as they begin and end, and by which names.

Nothing of this changes what the program does, and none of it stands in a traceback: where
Python offers no hook, the functions replaced are ones that no exception passes through.
"""

import atexit
import os
import resource
import sys
import threading
from multiprocessing.process import BaseProcess
from threading import get_native_id
from time import thread_time_ns

import _interleave_frames as frames

#: Threads reserve this much address space each, which counts against the memory limit.
_STACK_BYTES = 2 * 1024 * 1024

_starters = {}
_forker = None


class _Limbo(dict):
    """threading keeps a thread here between start() and its first step: so we see who starts it."""

    def __setitem__(self, thread, value):
        _starters[thread] = here()
        super().__setitem__(thread, value)


def here():
    """The id of the task that runs this: "pid.tid"."""
    return f"{os.getpid()}.{get_native_id()}"


def install():
    threading.stack_size(_STACK_BYTES)
    threading._limbo = _Limbo(threading._limbo)
    _announce_threads()
    _announce_processes()
    atexit.register(_report_usage)
    sys.excepthook = _note_memory_errors(sys.excepthook)
    threading.excepthook = _note_memory_errors(threading.excepthook)


def _announce_threads():
    bootstrap = threading.Thread._bootstrap_inner

    def _bootstrap_inner(self):
        _send(frames.THREAD, self.name, _starters.pop(self, ""))
        try:
            bootstrap(self)
        finally:
            frames.send(frames.THREAD_END, frames.NANOS.pack(thread_time_ns()))

    threading.Thread._bootstrap_inner = _bootstrap_inner


def _announce_processes():
    os.register_at_fork(before=_before_fork, after_in_child=_after_fork)
    bootstrap = BaseProcess._bootstrap

    def _bootstrap(self, *args, **kwargs):
        _send_process(self.name, _parent(self._parent_pid))
        try:
            return bootstrap(self, *args, **kwargs)
        finally:
            _report_usage()

    BaseProcess._bootstrap = _bootstrap
    if os.getpid() != 2 and "--multiprocessing-fork" not in sys.orig_argv:
        _send_process(_program_name(), _parent(os.getppid()))


def _before_fork():
    global _forker
    _forker = here()


def _after_fork():
    """multiprocessing names its child a moment later; any other child is named here."""
    if sys._getframe(1).f_globals.get("__name__") not in (
        "multiprocessing.popen_fork",
        "multiprocessing.forkserver",
    ):
        _send_process("fork", _forker)


def _parent(pid):
    """The thread that forked us if it is of process `pid`, else that process's first thread."""
    return _forker if _forker and _forker.startswith(f"{pid}.") else f"{pid}.{pid}"


def _program_name():
    command = " ".join(sys.orig_argv)
    for helper in ("resource_tracker", "forkserver"):
        if f"multiprocessing.{helper} import main" in command:
            return helper.replace("_", " ")
    return os.path.basename(sys.orig_argv[0])


def usage():
    """What this process has used so far: microseconds on a core, and KiB at its peak; and this
    thread of it: microseconds on a core.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    micros = round((used.ru_utime + used.ru_stime) * 1e6)
    return b"%d\0%d\0%d" % (micros, used.ru_maxrss, thread_time_ns() // 1000)


def _report_usage():
    frames.send(frames.USAGE, usage())


def _note_memory_errors(hook):
    def excepthook(*args):
        hook(*args)
        kind = args[0] if len(args) == 3 else args[0].exc_type
        if isinstance(kind, type) and issubclass(kind, MemoryError):
            frames.send(frames.NO_MEMORY)

    return excepthook


def _send_process(name, parent):
    _send(frames.PROCESS, name, parent, str(os.getpid()))


def _send(kind, name, *words):
    text = str(name).encode("utf-8", "replace")[:120]
    frames.send(kind, b"\0".join([text, *(word.encode() for word in words)]))
