# /// demo
# title = "The same counter with a lock"
# [expect]
# outputs = ["expected 1000000\ncounted 1000000\nlost 0\n"]
# [predict]
# question = "How many steps will be lost now?"
# choices = ["About as many as before", "Fewer, but some", "None"]
# answer = "None"
# why = "While one thread holds the lock, the other cannot come in between its reading and its writing."
# ///
from threading import Lock, Thread

STEPS = 500_000
counter = 0
lock = Lock()


def add_one(number):
    return number + 1


def count():
    global counter
    for _ in range(STEPS):
        with lock:
            counter = add_one(counter)


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print("expected", 2 * STEPS)
print("counted", counter)
print("lost", 2 * STEPS - counter)
