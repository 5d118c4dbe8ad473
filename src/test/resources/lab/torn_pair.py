# /// lab
# shows = "A reader sees the one half that is written, and not yet the other."
# granularity = "line"
# outcomes = ["finished: 0 0", "finished: 1 0", "finished: 1 1"]
# ///
import threading

x = y = 0

def write():
    global x, y
    x = 1
    y = 1

def read():
    print(x, y)

threading.Thread(target=write).start()
threading.Thread(target=read).start()
