# /// demo
# title = "Two meetings"
# mode = "schedule"
# [challenge]
# level = "hard"
# granularity = "line"
# goal = "Find an order in which one of them waits at the second meeting, and the other still at the first."
# fix = "Change `meet()` so that both come through both meetings in every order, and nobody leaves a meeting alone."
# good = ["bob reads: hello bob\nann goes home\n"]
# threads = 2
# hints = [
#   "Let bob come to the first meeting before ann. She need not wait there, so let her hurry on to the second.",
#   "Whoever waits must be able to tell this meeting from the next: count the meetings, or use a `Barrier` from the module `threading`.",
# ]
# ///
from queue import Queue
from threading import Condition, Thread

changed = Condition()
here = 0
names = []
letters = Queue()


def meet():
    global here
    with changed:
        here += 1
        if here == 2:
            here = 0
            changed.notify_all()
        while here > 0:
            changed.wait()


def write():
    meet()
    letters.put("hello " + names[0])
    meet()
    print("ann goes home")


def read():
    names.append("bob")
    meet()
    print("bob reads:", letters.get())
    meet()


ann = Thread(target=write, name="ann")
bob = Thread(target=read, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
