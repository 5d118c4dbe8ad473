# /// lab
# shows = "What a task of a pool raises to leave comes where its result is asked for."
# granularity = "line"
# ///
import sys
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
future = pool.submit(sys.exit, 4)
print("asked")
future.result()
