# /// lab
# shows = "When the main thread has ended, a pool takes no more work."
# granularity = "line"
# ///
import threading
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
pool.submit(print, "a").result()
def late():
    threading.main_thread().join()
    try:
        pool.submit(print, "b")
    except RuntimeError as error:
        print(error)
threading.Thread(target=late).start()
