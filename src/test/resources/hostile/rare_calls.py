# /// hostile
# attack = "The program tries calls that were of use to others who escaped."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "modify_ldt: Function not implemented",
#   "ioperm: Function not implemented",
#   "iopl: Function not implemented",
#   "personality: Function not implemented",
#   "open_by_handle_at: Function not implemented",
#   "name_to_handle_at: Function not implemented",
#   "quotactl: Function not implemented",
#   "vmsplice: Function not implemented",
#   "fanotify_init: Function not implemented",
#   "move_pages: Function not implemented",
#   "seccomp: Function not implemented",
#   "prctl dumpable: Function not implemented",
#   "prctl parent death: Function not implemented",
#   "unknown: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("modify_ldt", 154, 0, None, 0)
call("ioperm", 173, 0, 1, 1)
call("iopl", 172, 3)
call("personality", 135, 0x40000)
call("open_by_handle_at", 304, -100, None, 0)
call("name_to_handle_at", 303, -100, b"/", None, None, 0)
call("quotactl", 179, 0, None, 0, None)
call("vmsplice", 278, 0, None, 0, 0)
call("fanotify_init", 300, 0, 0)
call("move_pages", 279, 1, 0, None, None, None, 0)
call("seccomp", 317, 1, 0, None)
call("prctl dumpable", 157, 4, 0, 0, 0, 0)
call("prctl parent death", 157, 1, 0, 0, 0, 0)
call("unknown", 1000)
