# /// lab
# shows = "Who leaves a pool's block by an error waits for its tasks first."
# granularity = "line"
# ///
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(1) as pool:
    pool.submit(print, "done")
    raise KeyError("k")
