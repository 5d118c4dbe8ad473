# /// demo
# title = "Two threads, one counter"
# [expect]
# contains = ["expected 6000000"]
# matches = ['^counted \d+$', '^lost [1-9]\d*$']
# ///
from threading import Thread

STEPS = 3_000_000
counter = 0


def add_one(number):
    return number + 1


def count():
    global counter
    for _ in range(STEPS):
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
