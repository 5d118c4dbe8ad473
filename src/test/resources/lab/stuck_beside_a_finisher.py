# /// lab
# shows = "Two threads are stuck for ever while a third one finishes."
# granularity = "line"
# outcomes = [
#   "finished: c",
#   "deadlock: c | main, Thread-1, Thread-2",
# ]
# ///
from threading import Lock, Thread

x, y = Lock(), Lock()

def both(one, other):
    one.acquire()
    other.acquire()
    one.release(), other.release()

Thread(target=both, args=(x, y), name="Thread-1").start()
Thread(target=both, args=(y, x), name="Thread-2").start()
Thread(target=print, args=("c",)).start()
