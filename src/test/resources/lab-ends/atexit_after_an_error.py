# /// lab
# shows = "They are called when the main thread has failed, too."
# granularity = "line"
# ///
import atexit
atexit.register(print, "end")
1 // 0
