# /// lab
# shows = "Threads of a pool that a daemon has made are waited for."
# granularity = "line"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
def work():
    pool.submit(print, "done")
t = threading.Thread(target=work, daemon=True)
t.start()
t.join()
