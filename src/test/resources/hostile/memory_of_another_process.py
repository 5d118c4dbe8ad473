# /// hostile
# attack = "The program reads and writes the memory of another process."
# machine = "amd64"
# reason = "exited"
# contains = [
#   "process_vm_readv: Function not implemented",
#   "process_vm_writev: Function not implemented",
#   "process_madvise: Function not implemented",
#   "kcmp: Function not implemented",
# ]
# lacks = "read mem"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)

def call(name, number, *arguments):
    result = libc.syscall(number, *arguments)
    error = os.strerror(ctypes.get_errno()) if result == -1 else "ESCAPED"
    print(name + ":", error)

call("process_vm_readv", 310, 1, None, 0, None, 0, 0)
call("process_vm_writev", 311, 1, None, 0, None, 0, 0)
call("process_madvise", 440, os.pidfd_open(1), None, 0, 4, 0)
call("kcmp", 312, 1, 2, 0, 0, 0)
for name in ("mem", "maps", "environ", "syscall", "stack"):
    try:
        with open("/proc/1/" + name, "rb+" if name == "mem" else "rb") as file:
            file.seek(0x400000)
            file.read(1)
            print("read", name)
    except OSError as error:
        print(name, "refused")
