# Two threads that do nothing.
from threading import Thread

counter = 2
for each in (Thread(target=int), Thread(target=int)):
    each.start()
    each.join()
print(counter)
