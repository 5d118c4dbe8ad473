# /// lab
# shows = "A bounded semaphore is not let go more often than it was taken."
# granularity = "line"
# outcomes = [
#   "error: | a: ValueError: Semaphore released too many times",
#   "error: | b: ValueError: Semaphore released too many times",
# ]
# ///
from threading import BoundedSemaphore, Thread

gate = BoundedSemaphore(1)

def let_go():
    gate.release()

gate.acquire()
a = Thread(target=let_go, name="a")
b = Thread(target=let_go, name="b")
a.start()
b.start()
