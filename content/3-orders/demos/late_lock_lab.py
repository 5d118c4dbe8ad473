# /// demo
# title = "A lock, twice"
# mode = "schedule"
# [challenge]
# level = "easy"
# granularity = "bytecode"
# goal = "Find an order in which one of the two updates is lost, in spite of the lock."
# fix = "Change the program so that no order loses an update."
# good = ["2\n"]
# check = "assert counter == 2"
# threads = 2
# hints = [
#   "Where does ann hold no lock between her reading and her writing?",
#   "Each of the two blocks is safe by itself. The gap between them is not: make one block of them.",
# ]
# ///
from threading import Lock, Thread

counter = 0
lock = Lock()


def count():
    global counter
    with lock:
        seen = counter
    with lock:
        counter = seen + 1


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(counter)
