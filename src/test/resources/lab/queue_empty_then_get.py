# /// lab
# shows = "What is not empty now may be so when one gets from it."
# granularity = "line"
# outcomes = ["finished: 1", "deadlock: 1 | main, a", "deadlock: 1 | main, b"]
# ///
import threading
from queue import Queue

q = Queue()

def work():
    if not q.empty():
        print(q.get())

q.put(1)
a = threading.Thread(target=work, name="a")
b = threading.Thread(target=work, name="b")
a.start()
b.start()
