# /// hostile
# attack = "A child is made in namespaces of its own, by the old call and the new one."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "clone user: Function not implemented",
#   "clone mount: Function not implemented",
#   "clone ipc: Function not implemented",
#   "clone cgroup: Function not implemented",
#   "clone3: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

SIGCHLD = 17
for name, flag in (("user", 0x10000000), ("mount", 0x20000), ("ipc", 0x8000000), ("cgroup", 0x2000000)):
    call("clone " + name, 56, flag | SIGCHLD, 0, 0, 0, 0)
arguments = (ctypes.c_uint64 * 11)(0x10000000, 0, 0, 0, SIGCHLD)
call("clone3", 435, arguments, 88)
