# /// hostile
# attack = "The program takes descriptors from another process."
# machine = "amd64"
# reason = "exited"
# contains = ["pidfd_getfd: Function not implemented"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("pidfd_getfd", 438, os.pidfd_open(1), 0, 0)
for fd in range(64):
    try:
        os.open(f"/proc/1/fd/{fd}", os.O_RDWR)
        print("ESCAPED", fd)
    except OSError:
        pass
