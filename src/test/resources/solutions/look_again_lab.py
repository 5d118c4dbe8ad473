from threading import Condition, Thread

changed = Condition()
basket = []
eaten = []


def bake():
    for loaf in (1, 2):
        with changed:
            basket.append(loaf)
            changed.notify()


def eat():
    with changed:
        while not basket:
            changed.wait()
        eaten.append(basket.pop())


ann = Thread(target=bake, name="ann")
bob = Thread(target=eat, name="bob")
cid = Thread(target=eat, name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print(sorted(eaten))
