# /// hostile
# attack = "Memory is taken as a file that no limit on memory counts."
# machine = "amd64"
# reason = "exited"
# contains = "Function not implemented"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

SYS_MEMFD_SECRET = 447
try:
    os.memfd_create("hostile")
    print("ESCAPED")
except OSError as error:
    print(error.strerror)
if ctypes.CDLL(None).syscall(SYS_MEMFD_SECRET, 0) != -1:
    print("ESCAPED")
