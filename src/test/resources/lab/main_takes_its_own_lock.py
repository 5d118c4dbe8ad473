# /// lab
# shows = "The main thread alone waits for the lock that it holds."
# granularity = "line"
# outcomes = ["deadlock: | main"]
# ///
from threading import Lock

lock = Lock()
lock.acquire()
lock.acquire()
print("never")
