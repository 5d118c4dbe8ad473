# /// hostile
# attack = "The program reads from address zero."
# reason = "failed"
# signal = 11
# contains = "before"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import ctypes

print("before", flush=True)
ctypes.string_at(0)
