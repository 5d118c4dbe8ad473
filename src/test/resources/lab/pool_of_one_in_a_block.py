# /// lab
# shows = "The only worker waits for what stands behind it; what it has printed before is kept."
# granularity = "line"
# outcomes = ["deadlock: begun | main, ThreadPoolExecutor-0_0"]
# ///
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=1) as pool:
    def whole():
        print("begun")
        return 1 + pool.submit(lambda: 2).result()

    print("all:", pool.submit(whole).result())
