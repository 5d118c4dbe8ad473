# /// demo
# title = "Two threads"
# [expect]
# contains = ["first is done", "second is done"]
# gil = true
# [predict]
# question = "Suppose that two cores are free. How many of them will the two threads keep busy, on average?"
# number = true
# from = "cores"
# tolerance = 0.25
# why = "In the usual Python only the thread that has the GIL runs Python code, so both together use one core. Without the GIL, each would use one of its own."
# ///
from threading import Thread


def add_up(name):
    total = 0
    for number in range(6_000_000):
        total += number * number
    print(name, "is done")


if __name__ == "__main__":
    first = Thread(target=add_up, args=("first",), name="first")
    second = Thread(target=add_up, args=("second",), name="second")
    first.start()
    second.start()
    first.join()
    second.join()
