# /// lab
# shows = "What fails at the end is told to the hook of what cannot be raised."
# granularity = "line"
# ///
import atexit
import sys
def hook(args):
    print("unraisable", args.exc_type.__name__, args.exc_value)
sys.unraisablehook = hook
@atexit.register
def fails():
    raise ValueError("no")
