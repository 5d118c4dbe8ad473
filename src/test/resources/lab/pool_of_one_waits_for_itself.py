# /// lab
# shows = "A task of a pool of one waits for another task of it."
# granularity = "line"
# outcomes = ["deadlock: | main, ThreadPoolExecutor-0_0"]
# ///
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)

def inner():
    return 1

def outer():
    return pool.submit(inner).result()

print(pool.submit(outer).result())
