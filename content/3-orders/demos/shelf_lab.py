# /// demo
# title = "A shelf for one loaf"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "line"
# goal = "Find an order in which a buyer waits for a loaf that ann can never bring."
# fix = "Change the program so that both loaves are sold in every order, and there is never more than one on the shelf."
# good = ["sold [1, 2], at most 1 on the shelf\n"]
# check = "assert shelf == []"
# threads = 3
# hints = [
#   "Let bob come first, while the shelf is still empty. What does he hold while he waits for a loaf?",
#   "ann waits for a place first, and takes the lock when she has one. A buyer should do likewise.",
# ]
# ///
from threading import Lock, Semaphore, Thread

places = Semaphore(1)
loaves = Semaphore(0)
lock = Lock()
shelf = []
most = 0
sold = []


def bake():
    global most
    for loaf in (1, 2):
        places.acquire()
        with lock:
            shelf.append(loaf)
            most = max(most, len(shelf))
        loaves.release()


def buy():
    with lock:
        loaves.acquire()
        sold.append(shelf.pop())
    places.release()


ann = Thread(target=bake, name="ann")
bob = Thread(target=buy, name="bob")
cid = Thread(target=buy, name="cid")
ann.start()
bob.start()
cid.start()
ann.join()
bob.join()
cid.join()
print(f"sold {sold}, at most {most} on the shelf")
