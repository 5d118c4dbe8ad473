# /// demo
# title = "Two processes"
# [expect]
# contains = ["ann is done", "bob is done"]
# faster = { demo = "sums_in_turn", factor = 1.2 }
# gil = true
# ///
from multiprocessing import Process


def add_up(name):
    total = 0
    for number in range(20_000_000):
        total += number * number
    print(name, "is done")


if __name__ == "__main__":
    ann = Process(target=add_up, args=("ann",), name="ann")
    bob = Process(target=add_up, args=("bob",), name="bob")
    ann.start()
    bob.start()
    ann.join()
    bob.join()
