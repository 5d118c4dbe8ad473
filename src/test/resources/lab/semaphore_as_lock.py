# /// lab
# shows = "A semaphore of one lets one in at a time."
# granularity = "line"
# outcomes = ["finished: 2"]
# ///
from threading import Semaphore, Thread

gate = Semaphore(1)
counter = 0

def work():
    global counter
    gate.acquire()
    seen = counter
    counter = seen + 1
    gate.release()

a = Thread(target=work)
b = Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(counter)
