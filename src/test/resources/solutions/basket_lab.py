from queue import Queue
from threading import Thread

basket = Queue()


def bake():
    for loaf in (1, 2):
        basket.put(loaf)


def sell():
    for _ in range(2):
        loaf = basket.get()
        print("sold", loaf)


ann = Thread(target=bake, name="ann")
bob = Thread(target=sell, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
