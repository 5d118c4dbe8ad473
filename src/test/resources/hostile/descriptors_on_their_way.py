# /// hostile
# attack = "Descriptors are sent into sockets that nobody reads, to hold more than the limit."
# reason = "exited"
# contains = "refused:"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import array, os, socket

kept = 0
inner, outer = socket.socketpair()
inner.setblocking(False)
try:
    for _ in range(100_000):
        sent = [os.open("/dev/null", os.O_RDONLY) for _ in range(100)]
        inner.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", sent))])
        for fd in sent:
            os.close(fd)
        kept += 100
        if kept % 1000 == 0:
            inner, _ = socket.socketpair()
            inner.setblocking(False)
            outer.close()
            outer = _
    print("ESCAPED")
except OSError as error:
    print("refused:", error.strerror)
