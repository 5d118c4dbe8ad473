# /// lab
# shows = "After a sleep at least so much time has gone by, without anybody having waited for it."
# granularity = "line"
# outcomes = ["finished: True"]
# ///
import time

began = time.monotonic()
time.sleep(3600)
print(time.monotonic() - began >= 3600)
