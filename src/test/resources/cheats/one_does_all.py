# One thread does the work of both; the other one prints nothing.
from threading import Thread

counter = 0


def count():
    global counter
    counter += 1
    counter += 1


ann = Thread(target=count, name="ann")
bob = Thread(target=print, kwargs={"end": ""}, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(counter)
