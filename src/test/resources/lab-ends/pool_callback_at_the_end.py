# /// lab
# shows = "A callback is called even when the main thread has ended."
# granularity = "line"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
def work():
    return 7
future = pool.submit(work)
future.add_done_callback(lambda f: print("called", f.result()))
