# /// hostile
# attack = "The program mounts, by the new calls."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "fsopen: Function not implemented",
#   "open_tree: Function not implemented",
#   "move_mount: Function not implemented",
#   "fsmount: Function not implemented",
#   "mount_setattr: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("fsopen", 430, b"tmpfs", 0)
call("open_tree", 428, -100, b"/", 1)
call("move_mount", 429, -100, b"/usr", -100, b"/tmp", 0)
call("fsmount", 432, 0, 0, 0)
call("mount_setattr", 442, -100, b"/", 0, None, 0)
