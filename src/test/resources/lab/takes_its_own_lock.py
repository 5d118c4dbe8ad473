# /// lab
# shows = "A thread waits for the lock that it holds."
# granularity = "line"
# outcomes = ["deadlock: in | main, Thread-1 (work)"]
# ///
from threading import Lock, Thread

lock = Lock()

def work():
    with lock:
        print("in")
        lock.acquire()
        print("never")

t = Thread(target=work)
t.start()
t.join()
