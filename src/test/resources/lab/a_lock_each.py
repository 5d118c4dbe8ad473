# /// lab
# shows = "Two locks that are not the same protect nothing."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
from threading import Lock, Thread

counter = 0

def work(lock):
    global counter
    with lock:
        seen = counter
        counter = seen + 1

a = Thread(target=work, args=(Lock(),))
b = Thread(target=work, args=(Lock(),))
a.start()
b.start()
a.join()
b.join()
print(counter)
