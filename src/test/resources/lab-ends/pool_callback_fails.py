# /// lab
# shows = "An error in a callback is told, and nothing else comes of it."
# granularity = "line"
# ///
from concurrent.futures import ThreadPoolExecutor
def fails(future):
    raise ValueError("no")
with ThreadPoolExecutor(1) as pool:
    future = pool.submit(pow, 2, 3)
    future.add_done_callback(fails)
    future.add_done_callback(lambda f: print("then", f.result()))
print(future.result())
