# /// demo
# title = "One too many"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "line"
# goal = "Find an order in which both are at the printer at once."
# fix = "Change the program so that there is never more than one at the printer, in any order."
# good = ["at most 1 at the printer\n"]
# check = "assert most == 1 and printer.acquire(blocking=False) and not printer.acquire(blocking=False)"
# threads = 2
# hints = [
#   "Let ann be at the printer. bob does not get it. What does he give back?",
#   "Give back only what you have got: release() belongs to those whose acquire() was answered with True.",
# ]
# ///
from threading import Semaphore, Thread

printer = Semaphore(1)
there = 0
most = 0


def use(times):
    global there, most
    for _ in range(times):
        if printer.acquire(blocking=False):
            there += 1
            most = max(most, there)
            there -= 1
        printer.release()


ann = Thread(target=use, args=(1,), name="ann")
bob = Thread(target=use, args=(2,), name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(f"at most {most} at the printer")
