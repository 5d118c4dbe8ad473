# /// lab
# shows = "One word to stop, and two who wait for it."
# granularity = "line"
# outcomes = ["deadlock: | main, a", "deadlock: | main, b"]
# ///
import threading
from queue import Queue

q = Queue()

def work():
    while q.get() is not None: pass

a = threading.Thread(target=work, name="a")
b = threading.Thread(target=work, name="b")
a.start()
b.start()
q.put(None)
