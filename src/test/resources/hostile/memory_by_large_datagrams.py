# /// hostile
# attack = "A few sockets ask for large buffers, and datagrams fill them."
# reason = ["exited", "memory"]
# lacks = "ESCAPED"
#
# [limits]
# wall-ms = 20000
# cpu-ms = 10000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")

import socket

kept, held = [], 0
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for _ in range(24):
    kept.append(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    kept[-1].setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 24)
    kept[-1].bind(("127.0.0.1", 0))
    for _ in range(120):
        sender.sendto(bytes(60_000), kept[-1].getsockname())
for each in kept:
    each.setblocking(False)
    try:
        while True:
            held += len(each.recv(65536))
    except BlockingIOError:
        pass
print(held >> 20, "MiB were held")
if held > 48 << 20:
    print("ESCAPED")
