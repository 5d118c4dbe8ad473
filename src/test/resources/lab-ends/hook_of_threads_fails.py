# /// lab
# shows = "What fails in the hook goes to the hook of the main thread's errors."
# granularity = "line"
# ///
import threading
import sys
def hook(args):
    raise KeyError("hook")
threading.excepthook = hook
sys.excepthook = lambda kind, error, trace: print("main hook:", kind.__name__, error)
t = threading.Thread(target=[].pop)
t.start()
t.join()
print("end")
