# /// lab
# shows = "Who waits with a timeout finds out that nothing came, or that it did."
# granularity = "line"
# outcomes = ["finished: True", "finished: False"]
# ///
from threading import Condition, Thread

changed = Condition()
ready = []

def wait():
    with changed: print(changed.wait_for(lambda: bool(ready), 1))

def tell():
    with changed: ready.append(1), changed.notify()

a = Thread(target=wait)
b = Thread(target=tell)
a.start()
b.start()
