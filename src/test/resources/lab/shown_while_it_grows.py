# /// lab
# shows = "print() looks at a list while another thread adds to it."
# granularity = "line"
# outcomes = ["finished: []", "finished: [1]"]
# ///
import threading

items = []

def show():
    print(items)

def add():
    items.append(1)

threading.Thread(target=show).start()
threading.Thread(target=add).start()
