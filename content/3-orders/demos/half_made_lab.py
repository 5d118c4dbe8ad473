# /// demo
# title = "Looked twice, and half made"
# mode = "schedule"
# [challenge]
# level = "hard"
# granularity = "line"
# goal = "Find an order in which somebody gets a list of prices that is not filled yet."
# fix = "Change the program so that nobody ever gets a half made list, and the list is made only once."
# good = ["paid 8, made 1 time\n"]
# check = "assert prices == {'tea': 3, 'cake': 5} and sorted(paid) == [3, 5]"
# threads = 2
# hints = [
#   "Let ann make the empty list, and then let bob ask for the prices. Does he wait for the lock?",
#   "Others see the list from the moment when `prices` stands for it. Fill it first, under another name.",
# ]
# ///
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
                prices = {}
                prices["tea"] = 3
                prices["cake"] = 5
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
