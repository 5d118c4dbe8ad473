# /// lab
# shows = "Each who comes to a barrier gets a number of its own, and the action is run once."
# granularity = "line"
# outcomes = ["finished: all 0 1"]
# ///
from threading import Barrier, Thread

meet = Barrier(2, action=lambda: print("all"))
numbers = []

def work():
    numbers.append(meet.wait())

a = Thread(target=work)
b = Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(*sorted(numbers))
