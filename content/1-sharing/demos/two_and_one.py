# /// demo
# title = "Two lines and one"
# mode = "schedule"
# ///
from threading import Thread


def ann():
    print("ann 1")
    print("ann 2")


def bob():
    print("bob")


a = Thread(target=ann)
b = Thread(target=bob)
a.start()
b.start()
a.join()
b.join()
print("all done")
