# /// lab
# shows = "Three philosophers each take the fork at their left first."
# granularity = "line"
# outcomes = ["finished: 3", "deadlock: | main, 0, 1, 2"]
# ///
from threading import Lock, Thread

forks = [Lock() for _ in range(3)]
meals = []

def dine(i):
    forks[i].acquire()
    forks[(i + 1) % 3].acquire()
    meals.append(i), forks[i].release(), forks[(i + 1) % 3].release()

threads = [Thread(target=dine, args=(i,), name=str(i)) for i in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(len(meals))
