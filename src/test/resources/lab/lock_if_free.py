# /// lab
# shows = "Who does not want to wait for a lock gets it or not."
# granularity = "line"
# outcomes = ["finished: True False", "finished: False True"]
# ///
import threading

lock = threading.Lock()

def try_it(i):
    got[i] = lock.acquire(blocking=False)

got = [None, None]
a = threading.Thread(target=try_it, args=(0,))
b = threading.Thread(target=try_it, args=(1,))
a.start()
b.start()
a.join()
b.join()
print(*got)
