from concurrent.futures import ThreadPoolExecutor

prices = {"tea": 3, "cake": 4}
pool = ThreadPoolExecutor(2)


def price(thing):
    return prices[thing]


def double(thing):
    return 2 * price(thing)


tea = pool.submit(double, "tea")
cake = pool.submit(double, "cake")
print("bill:", tea.result() + cake.result())
pool.shutdown()
