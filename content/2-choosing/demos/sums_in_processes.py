# /// demo
# title = "Two processes"
# [expect]
# contains = ["first is done", "second is done"]
# faster = { demo = "sums_in_turn", factor = 1.3 }
# gil = true
# ///
from multiprocessing import Process


def add_up(name):
    total = 0
    for number in range(6_000_000):
        total += number * number
    print(name, "is done")


if __name__ == "__main__":
    first = Process(target=add_up, args=("first",), name="first")
    second = Process(target=add_up, args=("second",), name="second")
    first.start()
    second.start()
    first.join()
    second.join()
