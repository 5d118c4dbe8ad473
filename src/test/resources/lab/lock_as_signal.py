# /// lab
# shows = "A lock is let go by another thread than the one that took it: too early is an error."
# granularity = "line"
# outcomes = ["finished: done", "error: done | b: RuntimeError: release unlocked lock"]
# ///
from threading import Lock, Thread

lock = Lock()
a = Thread(target=lock.acquire, name="a")
b = Thread(target=lock.release, name="b")
a.start()
b.start()
a.join()
b.join()
print("done")
