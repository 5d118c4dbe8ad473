# /// demo
# title = "Numbers and letters, two processes"
# [expect]
# contains = ["1: 1 in the list", "8: 8 in the list", "a: 1 in the list", "h: 8 in the list", "main: 0 in the list"]
# lacks = ["9 in the list"]
# matches = ['(?s)a:.*8:', '(?s)1:.*h:', 'main: 0 in the list\n\z']
# [predict]
# question = "Each process sleeps 0.1 seconds after each of its eight things. How many seconds will the whole program take?"
# number = true
# from = "wall"
# tolerance = 0.4
# why = "Both sleep at the same time, so the program takes about as long as one of them alone: eight times 0.1 seconds, and a little for the start."
# ///
import time
from multiprocessing import Process

seen = []


def show(items):
    for item in items:
        seen.append(item)
        print(f"{item}: {len(seen)} in the list")
        time.sleep(0.1)


if __name__ == "__main__":
    numbers = Process(target=show, args=("12345678",), name="numbers")
    letters = Process(target=show, args=("abcdefgh",), name="letters")
    numbers.start()
    letters.start()
    numbers.join()
    letters.join()
    print(f"main: {len(seen)} in the list")
