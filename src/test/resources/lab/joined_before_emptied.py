# /// lab
# shows = "Who joins a thread before emptying the queue that it fills waits for ever."
# granularity = "line"
# outcomes = ["deadlock: | main, Thread-1 (fill)"]
# ///
import threading
from queue import Queue

q = Queue(maxsize=1)

def fill():
    q.put("one")
    q.put("two")
    print("filled")

filler = threading.Thread(target=fill)
filler.start()
filler.join()
print(q.get(), q.get())
