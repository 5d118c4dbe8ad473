# /// hostile
# attack = "The program enters the namespaces of the process that holds the sandbox."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "setns user: Function not implemented",
#   "setns mnt: Function not implemented",
#   "setns by pidfd: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

for name in ("user", "mnt", "net", "pid"):
    try:
        fd = os.open("/proc/1/ns/" + name, os.O_RDONLY)
    except OSError as error:
        fd = -1
    call("setns " + name, 308, fd, 0)
call("setns by pidfd", 308, os.pidfd_open(1), 0x20000)
