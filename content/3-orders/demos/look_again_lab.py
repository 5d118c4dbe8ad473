# /// demo
# title = "Woken, and too late"
# mode = "schedule"
# [challenge]
# level = "hard"
# granularity = "line"
# goal = "Find an order in which bob is woken, and then finds no notice on the board."
# fix = "Change the program so that bob reads a time in every order. ann may go on changing her mind."
# good = ["bob reads: at six\n", "bob reads: at seven\n"]
# check = "assert notice == 'at seven'"
# threads = 2
# hints = [
#   "Let bob wait. ann puts up a notice and wakes him, but before bob has the lock again, she comes back.",
#   "Whoever wakes up knows only that something has changed. He has to look again, and perhaps wait again.",
# ]
# ///
from threading import Condition, Thread

board = Condition()
notice = None


def announce():
    global notice
    with board:
        notice = "at six"
        board.notify()
    with board:
        notice = None
    with board:
        notice = "at seven"
        board.notify()


def read():
    with board:
        if notice is None:
            board.wait()
        print("bob reads:", notice)


ann = Thread(target=announce, name="ann")
bob = Thread(target=read, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
