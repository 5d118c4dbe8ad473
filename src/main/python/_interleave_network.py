"""The network of a program that asked for one: loopback, and a small web server on it.

Port 80 is for who has rights, so process 1 takes it before it drops its own. Nobody listens there
yet: connections are refused. The boot code then either has the server begin, or lets go of the
port, which nobody in the sandbox can take again.
"""

import os
import signal
import socket

from _interleave_clone import clone

_PORT = 80
#: More than a program may have open.
_BACKLOG = 600

#: A child of our parent: the program has no child that it did not start (clone(2)).
_CLONE_PARENT = 0x8000

_port = None


def take_port():
    """For process 1, while it has rights. What it forks has the port too."""
    global _port
    _port = socket.socket()
    # So that no buffer of the kernel's grows large, whatever a program asks for.
    _port.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 64 * 1024)
    _port.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
    _port.bind(("", _PORT))


def leave_port():
    """Here it is not needed any more."""
    _port.close()


def begin(serve):
    """Start the server, process 3, beside the program: it has the program's limits, and counts.

    Who connects from now on is heard, though the server may come to it a moment later.
    """
    _port.listen(_BACKLOG)
    if clone(_CLONE_PARENT | signal.SIGCHLD) == 0:
        try:
            _stand_apart()
            serve(_port)
        finally:
            os._exit(1)


def _stand_apart():
    """Nothing of the program's is open here, and no signal to its group comes here."""
    os.setsid()
    port = _port.fileno()
    os.closerange(0, port)
    os.closerange(port + 1, os.sysconf("SC_OPEN_MAX"))
    for _ in range(3):
        os.open("/dev/null", os.O_RDWR)
