# /// lab
# shows = "A worker that waits for work could have taken what another one took, before the pool was shut down."
# granularity = "line"
# outcomes = [
#   "error: [1, 2] | second: RuntimeError: cannot schedule new futures after shutdown",
#   "error: [1] | second: RuntimeError: cannot schedule new futures after shutdown",
#   "error: [2, 1] | second: RuntimeError: cannot schedule new futures after shutdown",
#   "finished: [1, 2, 3]",
#   "finished: [1, 2]",
#   "finished: [1, 3, 2]",
#   "finished: [1]",
#   "finished: [2, 1, 3]",
#   "finished: [2, 1]",
#   "finished: [2, 3, 1]",
#   "finished: [3, 1, 2]",
#   "finished: [3, 2, 1]",
# ]
# ///
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)
log = []

def note(n):
    log.append(n)

def first():
    pool.submit(note, 1).result()
    pool.shutdown(cancel_futures=True)

def second():
    pool.submit(note, 2)
    pool.submit(note, 3)

threads = [threading.Thread(target=f, name=f.__name__) for f in (first, second)]
for each in threads:
    each.start()
for each in threads:
    each.join()
print(log)
