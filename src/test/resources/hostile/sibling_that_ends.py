# /// hostile
# attack = "A child is handed to the process that holds the sandbox, and ends with another code, so that it is taken for the program."
# machine = "amd64"
# reason = "failed"
# exit = 5
# contains = "sibling of 1"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os, sys, time

CLONE_PARENT, SIGCHLD = 0x8000, 17
libc = ctypes.CDLL(None, use_errno=True)
for code in (0, 77):
    if libc.syscall(56, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0) == 0:
        if code:
            os.write(1, b"sibling of %d\n" % os.getppid())
        os._exit(code)
time.sleep(0.3)
sys.exit(5)
