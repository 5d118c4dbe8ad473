# /// hostile
# attack = "The program looks into the kernel's key rings."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "add_key: Function not implemented",
#   "request_key: Function not implemented",
#   "keyctl: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("add_key", 248, b"user", b"hostile", b"x", 1, -3)
call("request_key", 249, b"user", b"hostile", None, -3)
call("keyctl", 250, 0, -3, 1)
