# /// lab
# shows = "What is after wait() comes after what is before set()."
# granularity = "line"
# outcomes = ["finished: set woke"]
# ///
from threading import Event, Thread

ready = Event()

def wait():
    ready.wait()
    print("woke")

def tell():
    print("set")
    ready.set()

a = Thread(target=wait)
b = Thread(target=tell)
a.start()
b.start()
