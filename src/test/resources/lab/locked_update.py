# /// lab
# shows = "A lock around both lines loses nothing."
# granularity = "line"
# outcomes = ["finished: 2"]
# ///
from threading import Lock, Thread

counter = 0
lock = Lock()

def work():
    global counter
    with lock:
        seen = counter
        counter = seen + 1

a = Thread(target=work)
b = Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(counter)
