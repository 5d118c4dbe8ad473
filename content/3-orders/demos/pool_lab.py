# /// demo
# title = "A pool that waits for itself"
# mode = "schedule"
# [challenge]
# level = "hard"
# granularity = "line"
# goal = "Find an order in which both threads of the pool wait for work that nobody is left to do."
# fix = "Change the program so that both prices are worked out in every order, still by the pool."
# good = ["to pay: 14\n"]
# check = "assert sorted(paid) == [6, 8]"
# threads = 2
# hints = [
#   "The pool has two threads. Let ann ask for the cake before the pool has begun with the tea.",
#   "Who works for a pool should not wait for the same pool. Is there another way for double() to learn the price?",
# ]
# ///
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

prices = {"tea": 3, "cake": 4}
paid = []
pool = ThreadPoolExecutor(2)


def price(thing):
    return prices[thing]


def double(thing):
    return 2 * pool.submit(price, thing).result()


def ask(thing):
    paid.append(pool.submit(double, thing).result())


tea = pool.submit(double, "tea")
ann = Thread(target=ask, args=("cake",), name="ann")
ann.start()
paid.append(tea.result())
ann.join()
print("to pay:", sum(paid))
pool.shutdown()
