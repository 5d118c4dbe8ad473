"""sys.stdout and sys.stderr as on a terminal, each piece labelled with the thread that wrote it.

A stream gathers what is written and passes it on at the end of a line, on flush() and when much
has gathered: just as Python does for a terminal. All threads gather into the same buffer, so a
line may hold pieces of several threads, here as there.
"""

import io
import os
import sys
from _thread import RLock, get_native_id
from collections import deque
from sys import _getframe, is_finalizing

import _interleave_frames as frames

_GATHER_BYTES = 8192
_PROGRAM = "/box/main.py"
_DEEPEST = 12

#: The thread that wrote last, if not the end of a line, and the program's line that did.
_NOBODY = 0, 0
_streams = []


class _Raw(io.RawIOBase):
    """What is written as bytes, to sys.stdout.buffer, goes out through this."""

    mode = "wb"

    def __init__(self, fd, kind, name):
        self._fd, self._kind, self.name = fd, kind, name

    def writable(self):
        return True

    def fileno(self):
        return self._fd

    def write(self, data):
        data = bytes(data)
        frames.send_output(self._fd, frames.frames(self._kind, data), data)
        return len(data)


class _Stream(io.TextIOWrapper):
    """A text stream that remembers which thread wrote which piece."""

    def __init__(self, fd, kind, old):
        raw = _Raw(fd, kind, old.name)
        super().__init__(
            io.BufferedWriter(raw), old.encoding, old.errors, newline="\n", line_buffering=True
        )
        self.mode = "w"
        self._fd, self._kind = fd, kind
        self._pieces, self._gathered = deque(), 0
        self._begun = _NOBODY
        self._lock = RLock()

    def write(self, text):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        data = text.encode(self.encoding, self.errors)
        task, (begun_by, line) = get_native_id(), self._begun
        if text != "\n":
            line = _line(_getframe().f_back)
            self._begun = task, line
        else:
            # What print() ends with: its line is that of what it began with, if it did.
            if begun_by != task:
                line = _line(_getframe().f_back)
            self._begun = _NOBODY
        self._pieces.append((task, line, data))
        self._gathered += len(data)
        if (
            self._gathered > _GATHER_BYTES
            or self.write_through
            or (self.line_buffering and ("\n" in text or "\r" in text))
        ):
            self.flush()
        return len(text)

    def flush(self):
        super().flush()
        # At the very end a daemon thread may have been stopped for good with the lock in its hand.
        held = self._lock.acquire(blocking=not is_finalizing())
        try:
            self._send()
        finally:
            if held:
                self._lock.release()

    def _send(self):
        framed, plain = [], []
        while self._pieces:
            task, line, data = self._pieces.popleft()
            while self._pieces and self._pieces[0][:2] == (task, line):
                data += self._pieces.popleft()[2]
            framed += frames.output(self._kind, data, task, line)
            plain.append(data)
        self._gathered = 0
        if plain:
            frames.send_output(self._fd, framed, b"".join(plain))

    def after_fork(self):
        """In a child the lock may be held by a thread that is not there."""
        self._lock = RLock()


def _line(frame):
    """The line of the program that writes now, perhaps by way of a library; 0 when it is far, or
    it is Python itself that writes.
    """
    for _ in range(_DEEPEST):
        if frame is None:
            break
        if frame.f_code.co_filename == _PROGRAM:
            return frame.f_lineno or 0
        frame = frame.f_back
    return 0


def install():
    """Put the streams in place of those that Python made."""
    for name, fd, kind in (("stdout", 1, frames.OUT), ("stderr", 2, frames.ERR)):
        old = getattr(sys, name)
        if old is not None and frames.reaches(fd):
            stream = _Stream(fd, kind, old)
            _streams.append(stream)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
    os.register_at_fork(after_in_child=_after_fork)


def _after_fork():
    for stream in _streams:
        stream.after_fork()
