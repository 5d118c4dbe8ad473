# /// lab
# shows = "What is drawn while a lock is held is lost to nobody."
# granularity = "line"
# outcomes = ["finished: 2", "finished: 11", "finished: 20"]
# ///
import random
import threading

lock = threading.Lock()
total = 0

def grow():
    global total
    with lock:
        before = total
        total = before + random.choice([1, 10])

a = threading.Thread(target=grow)
b = threading.Thread(target=grow)
a.start()
b.start()
a.join()
b.join()
print(total)
