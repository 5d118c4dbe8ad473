# /// lab
# shows = "A semaphore remembers that it was let go, whichever comes first."
# granularity = "line"
# outcomes = ["finished: b a"]
# ///
from threading import Semaphore, Thread

gate = Semaphore(0)

def wait():
    gate.acquire()
    print("a")

def tell():
    print("b")
    gate.release()

a = Thread(target=wait)
b = Thread(target=tell)
a.start()
b.start()
