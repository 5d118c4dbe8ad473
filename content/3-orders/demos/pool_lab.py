# /// demo
# title = "A pool that waits for itself"
# mode = "schedule"
# [challenge]
# level = "hard"
# granularity = "line"
# goal = "Find an order in which both threads of the pool wait for work that nobody is left to do."
# fix = "Change the program so that the bill is made up in every order."
# good = ["bill: 14\n"]
# check = "assert tea.result() == 6 and cake.result() == 8"
# threads = 1
# hints = [
#   "The pool has two threads. What does each of them wait for when both have begun a bill?",
#   "Whoever works for a pool should not wait for the same pool: call price() directly, or give the prices a pool of their own.",
# ]
# ///
from concurrent.futures import ThreadPoolExecutor

prices = {"tea": 3, "cake": 4}
pool = ThreadPoolExecutor(2)


def price(thing):
    return prices[thing]


def double(thing):
    return 2 * pool.submit(price, thing).result()


tea = pool.submit(double, "tea")
cake = pool.submit(double, "cake")
print("bill:", tea.result() + cake.result())
pool.shutdown()
