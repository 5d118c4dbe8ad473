# /// hostile
# attack = "Processes whose first thread has left take memory."
# machine = "amd64"
# reason = "memory"
#
# [limits]
# wall-ms = 5000
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os, threading, time

SYS_exit = 60


def eat():
    while "zombie" not in open("/proc/self/status").read():
        time.sleep(0.01)
    kept = [bytes([n]) * (1 << 20) for n in range(1, 46)]
    os.write(1, b"%d MiB\n" % len(kept))
    time.sleep(60)


for _ in range(4):
    if os.fork() == 0:
        threading.Thread(target=eat).start()
        ctypes.CDLL(None).syscall(SYS_exit, 0)
time.sleep(60)
