# /// hostile
# attack = "Full sockets are sent to where nobody takes them, and closed: they are in no process's table."
# reason = "memory"
#
# [limits]
# wall-ms = 20000
# cpu-ms = 10000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import array, socket, time

kept, total, sent = [], 0, 0
try:
    while True:
        kept.append(socket.socketpair())
        carrier = kept[-1][0]
        carrier.setblocking(False)
        for _ in range(40):
            pair = socket.socketpair()
            for one in pair:
                one.setblocking(False)
                one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 24)
                try:
                    total += sum(one.send(bytes(1 << 15)) for _ in range(20))
                except BlockingIOError:
                    total += 6 << 15
            numbers = array.array("i", [one.fileno() for one in pair])
            carrier.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, numbers)])
            sent += 2
            for one in pair:
                one.close()
        if sent % 200 == 0:
            print(sent, "sockets sent,", total >> 20, "MiB in them", flush=True)
except OSError as error:
    print(error.strerror, flush=True)
time.sleep(60)
