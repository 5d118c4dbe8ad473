# /// lab
# shows = "With a lock a reader sees both halves or none."
# granularity = "line"
# outcomes = ["finished: 0 0", "finished: 1 1"]
# ///
import threading

lock = threading.Lock()
x = y = 0

def write():
    global x, y
    with lock:
        x = 1
        y = 1

def read():
    with lock:
        print(x, y)

threading.Thread(target=write).start()
threading.Thread(target=read).start()
