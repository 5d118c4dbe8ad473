# /// lab
# shows = "Two locks are taken in opposite order."
# granularity = "line"
# outcomes = ["finished: done", "deadlock: | main, Thread-1 (one), Thread-2 (other)"]
# ///
from threading import Lock, Thread

first, second = Lock(), Lock()

def one():
    with first:
        with second:
            pass

def other():
    with second:
        with first:
            pass

a = Thread(target=one)
b = Thread(target=other)
a.start()
b.start()
a.join()
b.join()
print("done")
