# /// lab
# shows = "Such a function cannot change the exit code."
# granularity = "line"
# ///
import atexit
import sys
atexit.register(print, "last")
atexit.register(sys.exit, 5)
