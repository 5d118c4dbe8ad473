# /// demo
# title = "Two lines under a lock"
# mode = "schedule"
# ///
from threading import Lock, Thread

counter = 0
lock = Lock()


def count():
    global counter
    with lock:
        seen = counter
        counter = seen + 1


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(counter)
