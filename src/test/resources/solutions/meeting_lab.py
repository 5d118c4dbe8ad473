from queue import Queue
from threading import Condition, Thread

changed = Condition()
here = 0
meetings = 0
names = []
letters = Queue()


def meet():
    global here, meetings
    with changed:
        this = meetings
        here += 1
        if here == 2:
            here = 0
            meetings += 1
            changed.notify_all()
        while this == meetings:
            changed.wait()


def write():
    meet()
    letters.put("hello " + names[0])
    meet()
    print("ann goes home")


def read():
    names.append("bob")
    meet()
    print("bob reads:", letters.get())
    meet()


ann = Thread(target=write, name="ann")
bob = Thread(target=read, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
