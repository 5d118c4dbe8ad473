# /// demo
# title = "Supper"
# mode = "schedule"
# [challenge]
# level = "easy"
# granularity = "line"
# goal = "Find an order in which bob serves before ann has cooked."
# fix = "Change the program so that bob never serves before ann has cooked."
# good = ["ann cooks\nbob serves\n"]
# threads = 2
# hints = [
#   "bob is ready as soon as he has been started. Let him take his step first.",
#   "`ann.join()` waits until ann has ended. Where would it have to stand so that bob cannot begin before that?",
# ]
# ///
from threading import Thread


def cook():
    print("ann cooks")


def serve():
    print("bob serves")


ann = Thread(target=cook, name="ann")
bob = Thread(target=serve, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
