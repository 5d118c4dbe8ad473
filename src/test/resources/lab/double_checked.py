# /// lab
# shows = "Looking once more under the lock, the object is made once."
# granularity = "line"
# outcomes = ["finished: 1"]
# ///
import threading

lock = threading.Lock()
made = 0
instance = None

def get():
    global instance, made
    if instance is None:
        with lock:
            if instance is None:
                made += 1
                instance = made

a = threading.Thread(target=get)
b = threading.Thread(target=get)
a.start()
b.start()
a.join()
b.join()
print(made)
