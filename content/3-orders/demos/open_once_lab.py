# /// demo
# title = "Opened when first needed"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "line"
# goal = "Find an order in which the shop is opened twice."
# fix = "Change the program so that the shop is opened once, and still not before somebody needs it."
# good = ["0 at the start, 1 at the end\n"]
# check = "assert len(used) == 2 and used[0] is used[1] is shop"
# threads = 2
# hints = [
#   "It is the last ticket again: both look, and both see that there is no shop.",
#   "Whoever looks must hold a lock until the shop is there, if there was none.",
# ]
# ///
from threading import Thread


class Shop:
    opened = 0

    def __init__(self):
        Shop.opened += 1


shop = None
used = []


def get_shop():
    global shop
    if shop is None:
        shop = Shop()
    return shop


def visit():
    used.append(get_shop())


at_start = Shop.opened
ann = Thread(target=visit, name="ann")
bob = Thread(target=visit, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(f"{at_start} at the start, {Shop.opened} at the end")
