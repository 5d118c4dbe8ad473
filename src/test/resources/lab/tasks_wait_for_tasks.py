# /// lab
# shows = "Two workers each wait for a task that the other one could do; nobody shuts the pool down."
# granularity = "line"
# outcomes = ["finished: 8 8", "deadlock: | main, ThreadPoolExecutor-0_0, ThreadPoolExecutor-0_1"]
# ///
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=2)

def price():
    return 5

def total():
    return pool.submit(price).result() + 3

bread = pool.submit(total)
milk = pool.submit(total)
print(bread.result(), milk.result())
