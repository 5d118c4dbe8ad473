# /// lab
# shows = "What a task of a pool raises comes where one asks for its result."
# granularity = "line"
# outcomes = ["error: asked | main: ValueError: no | exit 1"]
# ///
from concurrent.futures import ThreadPoolExecutor

def work():
    raise ValueError("no")

with ThreadPoolExecutor(1) as pool:
    result = pool.submit(work)
    print("asked")
    result.result()
    print("never")
