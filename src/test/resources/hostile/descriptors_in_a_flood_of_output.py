# /// hostile
# attack = "Descriptors go along with output in each way there is, for the server's only reader to take and to close."
# kernel = "6.16"
# reason = "exited"
# contains = "8 refused: Operation not permitted"
# lacks = "sent"
# beside = "patient.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import array, collections, os, socket

inner, outer = socket.socketpair()
told = collections.Counter()
for number in (1, 2):
    out = socket.socket(fileno=os.dup(number))
    for handed in (os.open("/box", os.O_RDONLY), inner.fileno(), out.fileno(), os.pipe()[0]):
        try:
            out.sendmsg([b"."], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [handed]))])
            told["sent"] += 1
        except OSError as error:
            told["refused: " + error.strerror] += 1
for what, times in told.items():
    print(times, what)
