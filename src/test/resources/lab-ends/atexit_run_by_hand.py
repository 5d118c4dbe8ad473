# /// lab
# shows = "Who has them called by hand does not have them called again."
# granularity = "line"
# ///
import atexit
atexit.register(print, "once")
atexit._run_exitfuncs()
print("end", atexit._ncallbacks())
