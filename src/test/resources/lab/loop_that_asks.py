# /// lab
# shows = "A loop that only asks whether something has happened goes on when it has: it does not go on and on."
# granularity = "line"
# outcomes = ["finished: got 1"]
# ///
import queue
import threading

ready = threading.Event()
items = queue.Queue()
got = []

def put():
    while not ready.is_set():
        pass
    items.put(1)

def get():
    while len(got) == 0 and items.empty():
        pass
    got.append(items.get())

threads = [threading.Thread(target=put), threading.Thread(target=get)]
for each in threads:
    each.start()
ready.set()
for each in threads:
    each.join()
print("got", *got)
