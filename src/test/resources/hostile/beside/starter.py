# /// beside
# afterwards = true
# reason = "exited"
# contains = "answers: [0, 1, 4, 9]"
# ///
"""Starts processes in each way, for which descriptors are passed on between them."""

import multiprocessing


def square(number):
    return number * number


if __name__ == "__main__":
    for way in ("forkserver", "spawn", "fork"):
        with multiprocessing.get_context(way).Pool(2) as pool:
            answers = pool.map(square, range(4))
    print("answers:", answers)
