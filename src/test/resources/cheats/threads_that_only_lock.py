# Two threads that only take a lock, and main does all the work.
from threading import Condition, Lock, RLock, Semaphore, Thread

counter = 0
locks = [Lock(), RLock(), Semaphore(), Condition()]


def count():
    for lock in locks:
        with lock:
            pass


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
counter += 1
counter += 1
print(counter)
