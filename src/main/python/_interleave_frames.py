"""Frames: how a process in the sandbox tells the server what it does.

A frame is one write to the socket that standard output is: the marker FF 1E, one letter for its
kind, the thread's number (u32), the payload's length (u16), all little-endian, and the payload.
The server learns the process from the kernel and takes from the frame only what the process may
say about itself. What is written without a frame is output of the process.

Functions of other modules are imported by name: those modules may be empty already when an object
of the program prints at the very end.
"""

import os
from _thread import get_native_id
from fcntl import F_DUPFD_CLOEXEC, fcntl
from os import fstat
from os import write as write_some
from select import select
from struct import Struct, unpack

OUT, ERR = b"o", b"e"
#: As these, but the payload begins with the number of the program's line that wrote it (u32).
OUT_AT, ERR_AT = b"O", b"E"
#: A thread's end says how long it was on a core, in nanoseconds (u64). So does, in microseconds,
#: USAGE of the thread that sends it, when a process ends by itself. This is a thread's last word:
#: the server takes it for one more look at it.
PROCESS, THREAD, THREAD_END = b"P", b"T", b"t"
READY, BEGIN, USAGE, NO_MEMORY = b"R", b"B", b"U", b"M"

_HEADER = Struct("<2scIH")
_LINE = Struct("<I")
NANOS = Struct("<Q")
_MOST = 8192

#: What the kernel takes from one write in one piece, so that no other thread's comes in between.
_MOST_AT_ONCE = 3 * (_HEADER.size + _MOST)

_SOL_SOCKET, _SO_PEERCRED = 1, 17
_own = -1
_own_inode = None
_inodes = {}


def connect():
    """Take hold of the server's socket; false when standard output is something else."""
    global _own, _own_inode
    for fd in (1, 2):
        if _is_servers(fd):
            _inodes[fd] = fstat(fd).st_ino
            if _own < 0:
                _own = fcntl(fd, F_DUPFD_CLOEXEC, 200)
                _own_inode = _inodes[fd]
    return _own >= 0


def reaches(fd):
    """Whether this descriptor still is the socket that it was at the start."""
    return _inode(fd) == _inodes.get(fd, -1)


def frames(kind, payload=b"", task=None):
    """One frame, or several when the payload is long, as a list."""
    task = task or get_native_id()
    if len(payload) <= _MOST:
        return [_frame(kind, payload, task)]
    return [_frame(kind, payload[i : i + _MOST], task) for i in range(0, len(payload), _MOST)]


def output(kind, data, task, line):
    """Frames of output that a line of the program wrote; 0 when that is not known."""
    if not line:
        return frames(kind, data, task)
    at, most = _LINE.pack(line), _MOST - _LINE.size
    return [_frame(kind.upper(), at + data[i : i + most], task) for i in range(0, len(data), most)]


def send(kind, payload=b""):
    """Send a frame about this thread; a program that closed the socket is left in peace."""
    try:
        _write_frames(frames(kind, payload))
    except OSError:
        pass


def send_output(fd, framed, plain):
    """Send output for descriptor 1 or 2: as frames, or plainly where it was redirected."""
    if reaches(fd):
        try:
            return _write_frames(framed)
        except OSError:
            pass
    write(fd, plain)


def write(fd, data):
    """Write all of it, also when somebody made the descriptor non-blocking."""
    view = memoryview(data)
    while view:
        try:
            view = view[write_some(fd, view[:65536]) :]
        except BlockingIOError:
            select([], [fd], [])


def _frame(kind, payload, task):
    return _HEADER.pack(b"\xff\x1e", kind, task, len(payload)) + payload


def _write_frames(framed):
    """Write whole frames; the descriptor may be closed by now, or even be a file of the program."""
    if _inode(_own) != _own_inode:
        raise OSError("the server's socket was closed")
    batch = b""
    for one in framed:
        if len(batch) + len(one) > _MOST_AT_ONCE:
            write(_own, batch)
            batch = b""
        batch += one
    write(_own, batch)


def _inode(fd):
    try:
        return fstat(fd).st_ino
    except OSError:
        return None


def _is_servers(fd):
    """Only the server's socket has a peer that cannot be seen from in here: process 0."""
    import _socket

    try:
        probe = _socket.socket(fileno=os.dup(fd))
    except OSError:
        return False
    try:
        peer = probe.getsockopt(_SOL_SOCKET, _SO_PEERCRED, 12)
        return unpack("3i", peer)[0] == 0
    except OSError:
        return False
    finally:
        probe.close()
