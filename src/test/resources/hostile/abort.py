# /// hostile
# attack = "The program aborts, and would leave a picture of its memory behind."
# reason = "failed"
# signal = 6
# contains = "before"
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import os, resource

print("before", flush=True)
try:
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
    print("ESCAPED")
except (ValueError, OSError):
    pass
os.abort()
