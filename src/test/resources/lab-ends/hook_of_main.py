# /// lab
# shows = "The program's own hook is told of the main thread's error; the exit code is 1 all the same."
# granularity = "line"
# ///
import sys
def hook(kind, error, trace):
    print("seen", kind.__name__, error, trace.tb_lineno > 0)
sys.excepthook = hook
raise ValueError("no")
