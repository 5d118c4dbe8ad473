# /// demo
# title = "Over the counter"
# mode = "schedule"
# ///
from queue import Queue
from threading import Thread

counter = Queue(1)


def bake():
    counter.put("bread")
    counter.put("cake")


def buy():
    print("bob gets", counter.get())
    print("bob gets", counter.get())


ann = Thread(target=bake, name="ann")
bob = Thread(target=buy, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
