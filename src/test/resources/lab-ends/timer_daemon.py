# /// lab
# shows = "A timer that is a daemon is not waited for."
# granularity = "line"
# ///
import threading
timer = threading.Timer(3600, print, ["rang"])
timer.daemon = True
timer.start()
print("end")
