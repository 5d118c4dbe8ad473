from threading import Lock, Thread


class Shop:
    opened = 0

    def __init__(self):
        Shop.opened += 1


shop = None
used = []
lock = Lock()


def get_shop():
    global shop
    with lock:
        if shop is None:
            shop = Shop()
        return shop


def visit():
    used.append(get_shop())


at_start = Shop.opened
ann = Thread(target=visit, name="ann")
bob = Thread(target=visit, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(f"{at_start} at the start, {Shop.opened} at the end")
