# /// lab
# shows = "Nor does a pool that is made then."
# granularity = "line"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor
def late():
    threading.main_thread().join()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(print, "b")
threading.Thread(target=late).start()
