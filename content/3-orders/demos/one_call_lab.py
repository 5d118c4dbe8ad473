# /// demo
# title = "One call for two"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "line"
# goal = "Find an order in which the table is laid and one of the guests still waits for ever."
# fix = "Change the program so that both guests eat in every order, and nobody before the table is laid."
# good = ["['bob', 'cid'] ate at table ['soup', 'bread']\n"]
# check = "assert table == ['soup', 'bread'] and sorted(ate) == ['bob', 'cid']"
# threads = 3
# hints = [
#   "Let both guests wait before ann lays the table. How many of them does she wake?",
#   "notify() wakes one of those who wait, and notify_all() wakes all of them.",
# ]
# ///
from threading import Condition, Thread

changed = Condition()
table = []
ate = []


def lay():
    with changed:
        table.extend(["soup", "bread"])
        changed.notify()


def eat(name):
    with changed:
        while not table:
            changed.wait()
        ate.append(name)


ann = Thread(target=lay, name="ann")
bob = Thread(target=eat, args=("bob",), name="bob")
cid = Thread(target=eat, args=("cid",), name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print(sorted(ate), "ate at table", table)
