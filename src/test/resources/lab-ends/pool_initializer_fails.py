# /// lab
# shows = "A pool whose initializer fails is broken."
# granularity = "line"
# ///
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
def begin():
    raise ValueError("no")
pool = ThreadPoolExecutor(1, initializer=begin)
try:
    print(pool.submit(pow, 2, 3).result())
except BrokenThreadPool as error:
    print("broken:", error)
try:
    pool.submit(pow, 2, 3)
except BrokenThreadPool as error:
    print("broken:", error)
