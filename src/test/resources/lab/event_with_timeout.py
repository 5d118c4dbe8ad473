# /// lab
# shows = "wait() with a timeout answers whether the event was set."
# granularity = "line"
# outcomes = ["finished: True", "finished: False"]
# ///
from threading import Event, Thread

ready = Event()

def wait():
    print(ready.wait(0.5))

def tell():
    ready.set()

Thread(target=wait).start()
Thread(target=tell).start()
