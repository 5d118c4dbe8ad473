# /// lab
# shows = "join() of a queue waits for ever when nobody says that what was got is done."
# granularity = "line"
# outcomes = ["deadlock: got 0 got 1 | main, Thread-1 (work)"]
# ///
import threading
from queue import Queue

q = Queue()

def work():
    while True:
        print("got", q.get())

threading.Thread(target=work, daemon=True).start()
for n in range(2):
    q.put(n)
q.join()
print("all")
