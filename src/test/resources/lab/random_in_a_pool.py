# /// lab
# shows = "Values that are held fixed are others in each worker of a pool: so it can be told which one it was."
# granularity = "line"
# outcomes = ["finished: 0.7", "finished: 0.9"]
# ///
import random
from concurrent.futures import ThreadPoolExecutor

def draw():
    return random.uniform(0, 1)

with ThreadPoolExecutor(2) as pool:
    first, _ = pool.submit(draw), pool.submit(draw)
    print(round(first.result(), 1))
