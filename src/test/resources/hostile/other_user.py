# /// hostile
# attack = "The program becomes another user and takes capabilities."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "setuid: Function not implemented",
#   "setgid: Function not implemented",
#   "setresuid: Function not implemented",
#   "setgroups: Function not implemented",
#   "capset: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("setuid", 105, 0)
call("setgid", 106, 0)
call("setresuid", 117, 0, 0, 0)
call("setgroups", 116, 1, (ctypes.c_int * 1)(0))
call("capset", 126, None, None)
print(os.getresuid(), os.getresgid())
