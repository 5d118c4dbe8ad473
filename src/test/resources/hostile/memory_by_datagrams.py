# /// hostile
# attack = "Datagrams are sent to sockets of many processes that never read them."
# reason = "memory"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, socket, time

for _ in range(5):
    if os.fork() == 0:
        break
kept, total = [], 0
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 24)
try:
    for _ in range(150):
        kept.append(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        kept[-1].setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 24)
        kept[-1].bind(("127.0.0.1", 0))
        for _ in range(6):
            total += sender.sendto(bytes(60_000), kept[-1].getsockname())
except OSError as error:
    print(error.strerror)
os.write(1, b"%d sockets, %d MiB sent\n" % (len(kept), total >> 20))
time.sleep(60)
