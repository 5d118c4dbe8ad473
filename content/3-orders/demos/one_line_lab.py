# /// demo
# title = "One line, one counter"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "bytecode"
# goal = "Find an order of the instructions in which one of the two updates is lost."
# fix = "Change the program so that no order of its instructions loses an update."
# good = ["2\n"]
# check = "assert counter == 2"
# threads = 2
# hints = [
#   "Step ann until she has read the counter and not yet written it. It is the same as with two lines.",
#   "One line is not one step. What keeps the other thread out is a lock.",
# ]
# ///
from threading import Thread

counter = 0


def count():
    global counter
    counter += 1


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(counter)
