# /// lab
# shows = "Two tasks of a pool come in any order, their results where one asks for them."
# granularity = "line"
# outcomes = ["finished: 1 2 3", "finished: 2 1 3"]
# ///
from concurrent.futures import ThreadPoolExecutor

def work(n):
    print(n)
    return n

with ThreadPoolExecutor(2) as pool:
    a = pool.submit(work, 1)
    b = pool.submit(work, 2)
print(a.result() + b.result())
