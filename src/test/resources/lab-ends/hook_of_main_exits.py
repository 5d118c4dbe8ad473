# /// lab
# shows = "When it leaves, its exit code is the program's."
# granularity = "line"
# ///
import sys
def hook(kind, error, trace):
    print("seen")
    sys.exit(9)
sys.excepthook = hook
raise ValueError("no")
