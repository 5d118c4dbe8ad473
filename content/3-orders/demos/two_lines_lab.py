# /// demo
# title = "Two lines, one counter"
# mode = "schedule"
# [challenge]
# level = "easy"
# granularity = "line"
# goal = "Find an order in which one of the two updates is lost."
# fix = "Change the program so that no order of its lines loses an update."
# good = ["2\n"]
# check = "assert counter == 2"
# threads = 2
# hints = [
#   "Let ann read the counter, but not write it. What does bob read now?",
#   "The two lines have to stay together. A lock that both threads hold for both lines does that.",
# ]
# ///
from threading import Thread

counter = 0


def count():
    global counter
    seen = counter
    counter = seen + 1


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(counter)
