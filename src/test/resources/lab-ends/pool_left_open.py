# /// lab
# shows = "A pool that nobody shuts down ends with the program."
# granularity = "line"
# ///
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(2)
print(pool.submit(pow, 2, 3).result(), pool.submit(pow, 2, 4).result())
