# /// lab
# shows = "An event that is cleared at once wakes those who wait already, and nobody who comes later."
# granularity = "line"
# outcomes = ["finished: woke", "deadlock: | main, Thread-1 (wait)"]
# ///
from threading import Event, Thread

ready = Event()

def wait():
    ready.wait()
    print("woke")

def tell():
    ready.set()
    ready.clear()

a = Thread(target=wait)
b = Thread(target=tell)
a.start()
b.start()
