# /// hostile
# attack = "The program loads code into the kernel and measures others."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "bpf: Function not implemented",
#   "perf_event_open: Function not implemented",
# ]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("bpf", 321, 0, None, 0)
call("perf_event_open", 298, None, 0, -1, -1, 0)
