# /// lab
# shows = "map() answers in the order of what it was given."
# granularity = "line"
# outcomes = ["finished: [1, 4, 9]"]
# ///
from concurrent.futures import ThreadPoolExecutor

def square(n):
    return n * n

with ThreadPoolExecutor(2) as pool:
    print(list(pool.map(square, [1, 2, 3])))
