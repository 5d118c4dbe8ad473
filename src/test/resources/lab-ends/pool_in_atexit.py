# /// lab
# shows = "Functions that are called at the end come after the pools were shut down."
# granularity = "line"
# ///
import atexit
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
pool.submit(print, "a")
@atexit.register
def late():
    pool.submit(print, "b")
