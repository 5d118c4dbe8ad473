# /// lab
# shows = "A stack gives out what came last, as far as it has come."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
from queue import LifoQueue

q = LifoQueue()

def put():
    q.put(1)
    q.put(2)

def get():
    print(q.get())

threading.Thread(target=put).start()
threading.Thread(target=get).start()
