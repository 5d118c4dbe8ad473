from threading import Lock, Semaphore, Thread

places = Semaphore(1)
loaves = Semaphore(0)
lock = Lock()
shelf = []
most = 0
sold = []


def bake():
    global most
    for loaf in (1, 2):
        places.acquire()
        with lock:
            shelf.append(loaf)
            most = max(most, len(shelf))
        loaves.release()


def buy():
    loaves.acquire()
    with lock:
        sold.append(shelf.pop())
    places.release()


ann = Thread(target=bake, name="ann")
bob = Thread(target=buy, name="bob")
cid = Thread(target=buy, name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print(f"sold {sold}, at most {most} on the shelf")
