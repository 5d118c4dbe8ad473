from concurrent.futures import ThreadPoolExecutor
from threading import Thread

prices = {"tea": 3, "cake": 4}
paid = []
pool = ThreadPoolExecutor(2)


def price(thing):
    return prices[thing]


def double(thing):
    return 2 * price(thing)


def ask(thing):
    paid.append(pool.submit(double, thing).result())


tea = pool.submit(double, "tea")
ann = Thread(target=ask, args=("cake",), name="ann")
ann.start()
paid.append(tea.result())
ann.join()
print("to pay:", sum(paid))
pool.shutdown()
