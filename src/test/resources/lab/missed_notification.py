# /// lab
# shows = "Who is notified before it waits, waits for ever."
# granularity = "line"
# outcomes = ["finished: woke", "deadlock: | main, Thread-1 (wait)"]
# ///
from threading import Condition, Thread

changed = Condition()

def wait():
    with changed:
        changed.wait()
    print("woke")

def tell():
    with changed:
        changed.notify()

a = Thread(target=wait)
b = Thread(target=tell)
a.start()
b.start()
a.join()
b.join()
