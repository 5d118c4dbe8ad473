# /// lab
# shows = "Two are woken for one item, and the second waits on."
# granularity = "line"
# outcomes = ["deadlock: 1 | main, a", "deadlock: 1 | main, b"]
# ///
from threading import Condition, Thread

filled = Condition()
items = []

def take():
    with filled:
        while not items: filled.wait()
        print(items.pop())

def put():
    with filled: items.append(1), filled.notify_all()

a = Thread(target=take, name="a")
b = Thread(target=take, name="b")
c = Thread(target=put)
a.start()
b.start()
c.start()
