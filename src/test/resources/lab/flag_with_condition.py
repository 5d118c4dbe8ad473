# /// lab
# shows = "Who looks at the state before waiting misses nothing."
# granularity = "line"
# outcomes = ["finished: woke"]
# ///
from threading import Condition, Thread

changed = Condition()
ready = False

def wait():
    with changed:
        while not ready:
            changed.wait()
    print("woke")

def tell():
    global ready
    with changed:
        ready = True
        changed.notify()

a = Thread(target=wait)
b = Thread(target=tell)
a.start()
b.start()
a.join()
b.join()
