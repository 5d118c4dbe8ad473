# /// hostile
# attack = "Timers are made in the kernel for ever, to use up its memory."
# reason = "exited"
# contains = "Resource temporarily unavailable"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
made, timer = 0, ctypes.c_void_p()
while made < 1_000_000 and libc.timer_create(1, None, ctypes.byref(timer)) == 0:
    made += 1
print("ESCAPED" if made == 1_000_000 else os.strerror(ctypes.get_errno()))
