# /// lab
# shows = "A task is cancelled as long as nobody has begun it."
# granularity = "line"
# outcomes = ["finished: False 1", "finished: 1 False", "finished: True"]
# ///
from concurrent.futures import ThreadPoolExecutor

def work():
    print(1)

with ThreadPoolExecutor(1) as pool:
    task = pool.submit(work)
    print(task.cancel())
