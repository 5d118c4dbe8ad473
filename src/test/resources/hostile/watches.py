# /// hostile
# attack = "Watches on files are made for ever, to use up the kernel's memory."
# reason = "exited"
# contains = "Function not implemented"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
made = 0
while made < 100_000 and libc.inotify_init1(0) != -1:
    made += 1
print("ESCAPED" if made == 100_000 else os.strerror(ctypes.get_errno()))
