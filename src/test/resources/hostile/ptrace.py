# /// hostile
# attack = "The program takes over the process that holds the sandbox, as a debugger does."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "attach: Function not implemented",
#   "seize: Function not implemented",
#   "trace me: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("attach", 101, 16, 1, 0, 0)
call("seize", 101, 0x4206, 1, 0, 0)
call("trace me", 101, 0, 0, 0, 0)
