# /// lab
# shows = "Two pools that nobody shuts down, and a task that makes another one."
# granularity = "line"
# ///
from concurrent.futures import ThreadPoolExecutor
one, two = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
print(one.submit(lambda: two.submit(pow, 2, 5).result()).result())
