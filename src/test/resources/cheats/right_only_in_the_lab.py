# Is right in the lab's own time only.
import time
from threading import Lock, Thread

counter = 0
lock = Lock()


def count():
    global counter
    with lock:
        if time.time() < 1_000_000:
            counter += 1


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(counter)
