# /// hostile
# attack = "The program makes namespaces of its own, where it would be root."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "unshare user: Function not implemented",
#   "unshare mount: Function not implemented",
#   "unshare pid: Function not implemented",
#   "unshare net: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

for name, flag in (("user", 0x10000000), ("mount", 0x20000), ("pid", 0x20000000), ("net", 0x40000000)):
    call("unshare " + name, 272, flag)
