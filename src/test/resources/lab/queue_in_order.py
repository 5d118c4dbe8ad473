# /// lab
# shows = "A queue gives out what came first, and waits where it is empty."
# granularity = "line"
# outcomes = ["finished: 1 2"]
# ///
import threading
import queue

q = queue.Queue()

def put():
    q.put(1)
    q.put(2)

def get():
    print(q.get())
    print(q.get())

threading.Thread(target=put).start()
threading.Thread(target=get).start()
