# /// demo
# title = "One too many"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "line"
# goal = "Find an order in which two are at the printer at once."
# fix = "Change the program so that there is never more than one at the printer, in any order."
# good = ["most at once: 1\n"]
# check = "assert pages and printer.acquire(blocking=False) and not printer.acquire(blocking=False)"
# threads = 3
# hints = [
#   "Somebody does not get the printer. What does he give back?",
#   "Give back only what you have got: the release() belongs to those whose acquire() was answered with True.",
# ]
# ///
from threading import Semaphore, Thread

printer = Semaphore(1)
at_printer = []
most = 0
pages = []


def use(name):
    global most
    if printer.acquire(blocking=False):
        at_printer.append(name)
        most = max(most, len(at_printer))
        pages.append(name)
        at_printer.remove(name)
    printer.release()


ann = Thread(target=use, args=("ann",), name="ann")
bob = Thread(target=use, args=("bob",), name="bob")
cid = Thread(target=use, args=("cid",), name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print("most at once:", most)
