# /// demo
# title = "Woken, and too late"
# mode = "schedule"
# [challenge]
# level = "hard"
# granularity = "line"
# goal = "Find an order in which somebody is woken and finds the basket empty."
# fix = "Change the program so that both get a loaf in every order."
# good = ["[1, 2]\n"]
# check = "assert basket == []"
# threads = 3
# hints = [
#   "Let bob wait. ann brings a loaf and wakes him, but before bob has the lock again, cid comes in.",
#   "Whoever wakes up knows only that something has changed. He has to look again, and perhaps wait again.",
# ]
# ///
from threading import Condition, Thread

changed = Condition()
basket = []
eaten = []


def bake():
    for loaf in (1, 2):
        with changed:
            basket.append(loaf)
            changed.notify()


def eat():
    with changed:
        if not basket:
            changed.wait()
        eaten.append(basket.pop())


ann = Thread(target=bake, name="ann")
bob = Thread(target=eat, name="bob")
cid = Thread(target=eat, name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print(sorted(eaten))
