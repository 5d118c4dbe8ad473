# /// hostile
# attack = "The program mounts, by the old call."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "mount: Function not implemented",
#   "mount again: Function not implemented",
#   "umount: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("mount", 165, b"proc", b"/tmp", b"proc", 0, None)
call("mount again", 165, b"none", b"/usr", None, 0x20, None)
call("umount", 166, b"/tmp", 2)
