# /// lab
# shows = "A timer is waited for."
# granularity = "line"
# ///
import threading
threading.Timer(0.01, print, ["rang"]).start()
print("end")
