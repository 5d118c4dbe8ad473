# /// lab
# shows = "When that fails, both errors are told."
# granularity = "line"
# ///
import sys
def hook(kind, error, trace):
    raise KeyError("hook")
sys.excepthook = hook
raise ValueError("no")
