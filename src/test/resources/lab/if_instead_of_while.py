# /// lab
# shows = "Two are woken for one item, and the second finds none: if instead of while."
# granularity = "line"
# outcomes = [
#   "deadlock: 1 | main, a",
#   "deadlock: 1 | main, b",
#   "error: 1 | a: IndexError: pop from empty list",
#   "error: 1 | b: IndexError: pop from empty list",
# ]
# ///
from threading import Condition, Thread

filled = Condition()
items = []

def take():
    with filled:
        if not items: filled.wait()
        print(items.pop())

def put():
    with filled: items.append(1), filled.notify_all()

a = Thread(target=take, name="a")
b = Thread(target=take, name="b")
c = Thread(target=put)
a.start()
b.start()
c.start()
