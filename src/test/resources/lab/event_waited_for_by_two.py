# /// lab
# shows = "An event that is cleared at once wakes all who wait for it."
# granularity = "line"
# outcomes = [
#   "finished: a b", "finished: b a",
#   "deadlock: a | main, b", "deadlock: b | main, a", "deadlock: | main, a, b",
# ]
# ///
from threading import Event, Thread

ready = Event()

def wait(name):
    ready.wait()
    print(name)

def tell():
    ready.set()
    ready.clear()

a = Thread(target=wait, args="a", name="a")
b = Thread(target=wait, args="b", name="b")
c = Thread(target=tell)
a.start()
b.start()
c.start()
