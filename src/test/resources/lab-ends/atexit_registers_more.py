# /// lab
# shows = "What one registers while they are called."
# granularity = "line"
# ///
import atexit
@atexit.register
def one():
    print("one")
    atexit.register(print, "two")
