# /// demo
# title = "Two meetings"
# mode = "schedule"
# [challenge]
# level = "hard"
# granularity = "line"
# goal = "Find an order in which both wait for each other at different meetings."
# fix = "Change the program so that both come through both meetings in every order, and nobody begins part 2 while the other is at part 1."
# good = ["[1, 1, 2, 2]\n"]
# threads = 2
# hints = [
#   "Let the second one who comes to the first meeting hurry on to the second, before the first one has looked up.",
#   "The one who waits must be able to tell this meeting from the next: count the meetings, or take a `Barrier` from the module `threading`.",
# ]
# ///
from threading import Condition, Thread

changed = Condition()
here = 0
parts = []


def meet():
    global here
    with changed:
        here += 1
        if here == 2:
            here = 0
            changed.notify_all()
        while here > 0:
            changed.wait()


def work():
    parts.append(1)
    meet()
    parts.append(2)
    meet()


ann = Thread(target=work, name="ann")
bob = Thread(target=work, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(parts)
