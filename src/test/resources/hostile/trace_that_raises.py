# /// hostile
# attack = "A trace function raises wherever it is called, in our own code as well."
# reason = ["failed", "exited"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import sys, threading

def trace(frame, event, argument):
    raise RuntimeError("traced")

threading.settrace(trace)
sys.setprofile(trace)
sys.settrace(trace)
print("never")
