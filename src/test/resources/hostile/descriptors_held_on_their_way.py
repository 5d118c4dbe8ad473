# /// hostile
# attack = "As many descriptors as its user may have are kept on their way, for nobody to send any."
# reason = "stopped"
# root = true
# beside = "starter.py"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import array, os, socket, time

kept, sent = [], 0
try:
    while True:
        kept.append(socket.socketpair())
        kept[-1][0].setblocking(False)
        for _ in range(20):
            numbers = array.array("i", [0] * 20)
            kept[-1][0].sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, numbers)])
            sent += 20
except OSError as error:
    print("held", sent, error.strerror, flush=True)
time.sleep(60)
