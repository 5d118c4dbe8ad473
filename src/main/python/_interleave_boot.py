"""The first process waits for its program, and sets the limits on itself."""

import multiprocessing.process
import os
import resource
import sys
import threading

import _interleave_ending as ending
import _interleave_frames as frames
import _interleave_network as network
import _interleave_web as web
from _interleave_tasks import usage

#: 0 is a memory file too, the program's input. They are full and sealed when the word comes.
_WORD, _HANDED_OVER = 3, 5
_PROGRAM = "/box/main.py"

#: Python empties modules at its end, but for those that it does not know.
_needed_to_the_last = []


def freeze():
    """To be called in the template. A program's process looks for nothing that can be known before:
    each page that it writes to, be it to count a reference, is copied for it.
    """
    ours = (name for name in sys.modules if name.startswith("_interleave_"))
    _needed_to_the_last.extend(
        name for name in ours if not name.startswith("_interleave_lab")
    )
    ending.freeze()


def wait_for_program():
    """Read one line, limits and whether there is a network, and then the program, from a file."""
    _be_itself()
    frames.send(frames.READY)
    if not os.read(_WORD, 1):
        os._exit(0)
    os.close(_WORD)
    with open(_HANDED_OVER, "rb") as file:
        limits, _, program = file.read().partition(b"\n")
    _only_read_input()
    tasks, data_bytes, cpu_seconds, has_network = map(int, limits.split())
    _limit(resource.RLIMIT_NPROC, tasks)
    _limit(resource.RLIMIT_DATA, data_bytes)
    _limit(resource.RLIMIT_CPU, cpu_seconds)
    _limit(resource.RLIMIT_NOFILE, 512)
    # Those of all sandboxes together count too.
    _limit(resource.RLIMIT_SIGPENDING, 256)
    # Not 0: that would still start a core dump handler of the machine's (core(5)); 1 does not.
    _limit(resource.RLIMIT_CORE, 1)
    with open(_PROGRAM, "wb") as file:
        file.write(program)
    if has_network:
        network.begin(web.serve)
    network.leave_port()
    frames.send(frames.BEGIN, usage())


def _only_read_input():
    """As a shell opens it for `python3 main.py < input`."""
    descriptor = os.open("/proc/self/fd/0", os.O_RDONLY)
    os.dup2(descriptor, 0)
    os.close(descriptor)


def _be_itself():
    """What the template had only once is the program's own."""
    ending.begin()
    for name in _needed_to_the_last:
        del sys.modules[name]
    threading.main_thread()._set_native_id()
    multiprocessing.process.current_process().authkey = os.urandom(32)


def _limit(what, most):
    _, allowed = resource.getrlimit(what)
    if allowed != resource.RLIM_INFINITY:
        most = min(most, allowed)
    resource.setrlimit(what, (most, most))
