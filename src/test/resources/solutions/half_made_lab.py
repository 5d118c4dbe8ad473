from threading import Lock, Thread

lock = Lock()
prices = None
made = 0
paid = []


def get_prices():
    global prices, made
    if prices is None:
        with lock:
            if prices is None:
                made += 1
                filled = {}
                filled["tea"] = 3
                filled["cake"] = 5
                prices = filled
    return prices


def buy(thing):
    paid.append(get_prices()[thing])


ann = Thread(target=buy, args=("tea",), name="ann")
bob = Thread(target=buy, args=("cake",), name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(f"paid {sum(paid)}, made {made} time")
