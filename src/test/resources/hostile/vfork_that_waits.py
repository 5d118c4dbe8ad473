# /// hostile
# attack = "A parent waits in the kernel for a child that never ends (CLONE_VFORK)."
# machine = "amd64"
# reason = "time"
#
# [limits]
# wall-ms = 1500
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, time

SYS_CLONE, CLONE_VFORK, SIGCHLD = 56, 0x4000, 17
libc = ctypes.CDLL(None)
if libc.syscall(SYS_CLONE, CLONE_VFORK | SIGCHLD, 0, 0, 0, 0) == 0:
    while True:
        time.sleep(60)
