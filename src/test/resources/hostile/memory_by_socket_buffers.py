# /// hostile
# attack = "Sockets are filled that nobody reads."
# reason = "memory"
#
# [limits]
# wall-ms = 20000
# cpu-ms = 10000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import socket

kept = []
try:
    while True:
        pair = socket.socketpair()
        kept.append(pair)
        for one in pair:
            one.setblocking(False)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 24)
            try:
                while True:
                    one.send(bytes(1 << 16))
            except BlockingIOError:
                pass
except OSError as error:
    print(error.strerror)
