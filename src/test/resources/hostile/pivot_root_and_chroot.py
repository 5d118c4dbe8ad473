# /// hostile
# attack = "The program changes what its root is."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "pivot_root: Function not implemented",
#   "chroot: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("pivot_root", 155, b"/tmp", b"/tmp")
call("chroot", 161, b"/proc/1/root")
