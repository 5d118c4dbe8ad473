# Threads that count for themselves alone, and main does all the work.
from threading import Thread

counter = 0


def count():
    seen = counter
    own = [seen]
    own.append(seen + 1)


ann = Thread(target=count, name="ann")
bob = Thread(target=count, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
counter = 2
print(counter)
