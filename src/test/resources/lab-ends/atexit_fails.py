# /// lab
# shows = "An error in a function that is called at the end is told, and the others are called."
# granularity = "line"
# ///
import atexit
atexit.register(print, "last")
@atexit.register
def fails():
    raise ValueError("no")
atexit.register(print, "first")
