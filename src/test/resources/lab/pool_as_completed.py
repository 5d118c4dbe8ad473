# /// lab
# shows = "as_completed() gives what is ready first."
# granularity = "line"
# outcomes = ["finished: a b", "finished: b a"]
# ///
from concurrent.futures import ThreadPoolExecutor, as_completed

def work(name):
    return name

with ThreadPoolExecutor(2) as pool:
    for future in as_completed([pool.submit(work, "a"), pool.submit(work, "b")]):
        print(future.result())
