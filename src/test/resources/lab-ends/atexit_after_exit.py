# /// lab
# shows = "And when it has left, whose exit code stays."
# granularity = "line"
# ///
import atexit
import sys
atexit.register(print, "end")
sys.exit(7)
