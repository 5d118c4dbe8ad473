from threading import Condition, Thread

changed = Condition()
shelf = []
most = 0
sold = []


def bake():
    global most
    for loaf in (1, 2):
        with changed:
            while shelf:
                changed.wait()
            shelf.append(loaf)
            most = max(most, len(shelf))
            changed.notify_all()


def buy():
    with changed:
        while not shelf:
            changed.wait()
        sold.append(shelf.pop())
        changed.notify_all()


ann = Thread(target=bake, name="ann")
bob = Thread(target=buy, name="bob")
cid = Thread(target=buy, name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print(f"{sorted(sold)}, most {most}")
