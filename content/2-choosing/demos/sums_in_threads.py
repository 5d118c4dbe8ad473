# /// demo
# title = "Two threads"
# [expect]
# contains = ["ann is done", "bob is done"]
# gil = true
# [predict]
# question = "Suppose that two cores are free. How many of them will the two threads keep busy, on average?"
# number = true
# unit = "cores"
# answer = 1
# tolerance = 0.2
# why = "In the usual Python only the thread that has the GIL runs Python code, so both together use one core. Without the GIL, each would use one of its own."
# ///
from threading import Thread


def add_up(name):
    total = 0
    for number in range(20_000_000):
        total += number * number
    print(name, "is done")


if __name__ == "__main__":
    ann = Thread(target=add_up, args=("ann",), name="ann")
    bob = Thread(target=add_up, args=("bob",), name="bob")
    ann.start()
    bob.start()
    ann.join()
    bob.join()
