# /// lab
# shows = "The least comes first, of what is there."
# granularity = "line"
# outcomes = ["finished: 2 1 3", "finished: 1 2 3"]
# ///
import threading
from queue import PriorityQueue

q = PriorityQueue()

def put():
    q.put(2)
    q.put(1), q.put(3)

def get():
    print(q.get())
    print(q.get())
    print(q.get())

threading.Thread(target=put).start()
threading.Thread(target=get).start()
