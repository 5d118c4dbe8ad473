# Sleeps for an hour, which is over at once in the lab.
import time
from threading import Lock, Thread

counter = 0
lock = Lock()


def count():
    global counter
    with lock:
        counter += 1


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
time.sleep(3600)
print(counter)
