# /// lab
# shows = "A callback that leaves ends its worker, and what is left is not done."
# granularity = "line"
# ///
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
go = threading.Event()
pool = ThreadPoolExecutor(1)
future = pool.submit(go.wait)
future.add_done_callback(lambda f: sys.exit(3))
pool.submit(print, "never")
go.set()
