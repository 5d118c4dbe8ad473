# Threads that only sleep, look at the clock and draw a number.
import random
import time
from threading import Thread

counter = 2


def rest():
    time.sleep(0.01)
    time.time()
    random.random()


ann = Thread(target=rest, name="ann")
bob = Thread(target=rest, name="bob")
ann.start()
ann.join()
bob.start()
bob.join()
print(counter)
