# /// hostile
# attack = "The program stops the kernel in the middle of a copy."
# machine = "amd64"
# reason = "exited"
# contains = ["userfaultfd: Function not implemented"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("userfaultfd", 323, 0)
try:
    os.open("/dev/userfaultfd", os.O_RDWR)
    print("ESCAPED")
except OSError as error:
    print(error.strerror)
