# /// hostile
# attack = "A process whose first thread has left fills sockets with datagrams."
# machine = "amd64"
# uses = "first_thread_leaves.py"
# reason = "memory"
#
# [limits]
# wall-ms = 20000
# cpu-ms = 10000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")

import socket

def fill():
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for _ in range(320):
        kept.append(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        kept[-1].bind(("127.0.0.1", 0))
        for _ in range(3):
            sender.sendto(bytes(60_000), kept[-1].getsockname())

kept = []
leave(fill)
