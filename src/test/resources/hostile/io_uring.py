# /// hostile
# attack = "The program makes system calls through a ring that no filter sees."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "io_uring_setup: Function not implemented",
#   "io_uring_enter: Function not implemented",
#   "io_uring_register: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("io_uring_setup", 425, 8, (ctypes.c_char * 120)())
call("io_uring_enter", 426, 0, 1, 0, 0, None, 0)
call("io_uring_register", 427, 0, 0, None, 0)
