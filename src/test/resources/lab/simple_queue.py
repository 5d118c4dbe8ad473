# /// lab
# shows = "A simple queue waits too, and says Empty to who does not want to."
# granularity = "line"
# outcomes = ["finished: 1", "error: | get: Empty"]
# ///
import threading
from queue import SimpleQueue

q = SimpleQueue()

def put():
    q.put(1)

def get():
    print(q.get_nowait())

threading.Thread(target=put).start()
threading.Thread(target=get, name="get").start()
