# /// lab
# shows = "An interrupt of the main thread ends the program as a signal would."
# granularity = "line"
# ///
import atexit
atexit.register(print, "end")
raise KeyboardInterrupt
