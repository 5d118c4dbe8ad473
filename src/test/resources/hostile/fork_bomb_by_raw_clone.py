# /// hostile
# attack = "Processes are made past Python, by the system call itself."
# machine = "amd64"
# reason = "tasks"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes

SYS_CLONE, SIGCHLD = 56, 17
libc = ctypes.CDLL(None)
while True:
    libc.syscall(SYS_CLONE, SIGCHLD, 0, 0, 0, 0)
