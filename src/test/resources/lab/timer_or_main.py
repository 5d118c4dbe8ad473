# /// lab
# shows = "A timer fires before or after the main thread goes on: to sleep is not to wait for anybody."
# granularity = "line"
# outcomes = ["finished: timer main", "finished: main timer"]
# ///
import time
from threading import Timer

def ring():
    print("timer")

t = Timer(1, ring)
t.start()
time.sleep(2)
print("main")
