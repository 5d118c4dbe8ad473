# /// hostile
# attack = "System calls are made by the numbers of the x32 kind."
# machine = "amd64"
# reason = ["failed", "exited"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
X32 = 0x40000000
if libc.syscall(X32 | 272, 0x10000000) != -1:
    print("ESCAPED")
print(os.strerror(ctypes.get_errno()))
