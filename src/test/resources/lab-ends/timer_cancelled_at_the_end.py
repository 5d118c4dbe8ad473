# /// lab
# shows = "One that is cancelled by a function that is called at the end comes too late for that."
# granularity = "line"
# ///
import atexit
import threading
timer = threading.Timer(0.01, print, ["rang"])
timer.start()
atexit.register(timer.cancel)
print("end")
