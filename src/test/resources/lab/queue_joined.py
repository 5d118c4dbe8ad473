# /// lab
# shows = "join() of a queue waits until all is done, not until it is empty."
# granularity = "line"
# outcomes = ["finished: 1 all"]
# ///
import threading
from queue import Queue

q = Queue()

def work():
    item = q.get()
    print(item)
    q.task_done()

threading.Thread(target=work).start()
q.put(1)
q.join()
print("all")
