# /// hostile
# attack = "A trace function reads and changes the variables of the code that labels output."
# reason = ["exited", "failed"]
# ///
if __file__ != "/box/main.py": raise SystemExit("runs in the sandbox only")
import sys, threading

def trace(frame, event, argument):
    if "_interleave" in frame.f_code.co_filename:
        frame.f_locals.clear()
    return trace

sys.settrace(trace)
threading.Thread(target=print, args=("from a thread",)).start()
print("from main")
