# /// lab
# shows = "One of two who wait is notified: the one that has waited longest, as in CPython."
# granularity = "line"
# outcomes = [
#   "deadlock: a | main, b",
#   "deadlock: b | main, a",
#   "deadlock: | main, a, b",
# ]
# ///
from threading import Condition, Thread

changed = Condition()

def wait(name):
    with changed: changed.wait()
    print(name)

def tell():
    with changed: changed.notify()

a = Thread(target=wait, args=("a",), name="a")
b = Thread(target=wait, args=("b",), name="b")
c = Thread(target=tell)
a.start()
b.start()
c.start()
