# /// demo
# title = "One and ten"
# mode = "schedule"
# ///
from threading import Thread

counter = 0


def add(amount):
    global counter
    seen = counter
    counter = seen + amount


ann = Thread(target=add, args=(1,))
bob = Thread(target=add, args=(10,))
ann.start()
bob.start()
ann.join()
bob.join()
print(counter)
