# /// demo
# title = "Called, and nobody heard"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "line"
# goal = "Find an order in which bob waits for ever."
# fix = "Change the program so that bob reads the letter in every order."
# good = ["bob reads: hello\n"]
# check = "assert letter == 'hello'"
# threads = 2
# hints = [
#   "notify() wakes those who wait at that moment, and nobody else. When does nobody wait?",
#   "What does bob wait for? If it is there already, he need not wait at all: look first, with the lock held.",
# ]
# ///
from threading import Condition, Thread

post = Condition()
letter = None


def read():
    with post:
        post.wait()
        print("bob reads:", letter)


def send():
    global letter
    with post:
        letter = "hello"
        post.notify()


bob = Thread(target=read, name="bob")
ann = Thread(target=send, name="ann")
bob.start()
ann.start()
bob.join()
ann.join()
