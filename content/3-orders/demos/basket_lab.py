# /// demo
# title = "Not baked yet"
# mode = "schedule"
# [challenge]
# level = "easy"
# granularity = "line"
# goal = "Find an order in which bob reaches into an empty basket."
# fix = "Change the program so that bob sells both loaves in every order."
# good = ["sold 1\nsold 2\n"]
# threads = 2
# hints = [
#   "Let bob go first.",
#   "A `Queue` from the module `queue` is a basket whose get() waits until there is something.",
# ]
# ///
from threading import Thread

basket = []


def bake():
    for loaf in (1, 2):
        basket.append(loaf)


def sell():
    for _ in range(2):
        loaf = basket.pop(0)
        print("sold", loaf)


ann = Thread(target=bake, name="ann")
bob = Thread(target=sell, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
