from threading import Lock, Thread

tickets = 1
lock = Lock()
sold = []


def sell(name):
    global tickets
    with lock:
        if tickets > 0:
            tickets = tickets - 1
            sold.append(name)


ann = Thread(target=sell, args=("ann",), name="ann")
bob = Thread(target=sell, args=("bob",), name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(f"{len(sold)} sold, {tickets} left")
