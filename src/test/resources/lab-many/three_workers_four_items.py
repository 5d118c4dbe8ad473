# /// lab
# shows = "Three workers share four items; map() answers in the order of the items."
# granularity = "line"
# outcomes = ["finished: 0 10 20 30"]
# ///
from concurrent.futures import ThreadPoolExecutor

def tenfold(n):
    return 10 * n

with ThreadPoolExecutor(max_workers=3) as pool:
    print(*pool.map(tenfold, range(4)))
