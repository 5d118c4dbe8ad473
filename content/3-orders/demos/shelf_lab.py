# /// demo
# title = "A shelf for one loaf"
# mode = "schedule"
# [challenge]
# level = "hard"
# granularity = "line"
# goal = "Find an order in which the wrong one is woken, and in the end everybody who is left waits for ever."
# fix = "Change the program so that both loaves are sold in every order, and there is never more than one on the shelf."
# good = ["[1, 2], most 1\n"]
# check = "assert shelf == []"
# threads = 3
# hints = [
#   "Let bob and cid wait first, and then ann, because the shelf is full. Whom does bob wake when he has taken the loaf?",
#   "notify() wakes one, and may pick one who can do nothing. notify_all() wakes all; each looks for himself whether it is his turn.",
# ]
# ///
from threading import Condition, Thread

changed = Condition()
shelf = []
most = 0
sold = []


def bake():
    global most
    for loaf in (1, 2):
        with changed:
            while shelf:
                changed.wait()
            shelf.append(loaf)
            most = max(most, len(shelf))
            changed.notify()


def buy():
    with changed:
        while not shelf:
            changed.wait()
        sold.append(shelf.pop())
        changed.notify()


ann = Thread(target=bake, name="ann")
bob = Thread(target=buy, name="bob")
cid = Thread(target=buy, name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print(f"{sorted(sold)}, most {most}")
