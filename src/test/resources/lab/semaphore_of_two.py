# /// lab
# shows = "A semaphore of two lets two in at a time, never three."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
from threading import Semaphore, Thread

gate = Semaphore(2)
inside, most = [], [0]

def work():
    gate.acquire(), inside.append(1), most.append(len(inside))
    inside.pop(), gate.release()

threads = [Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(max(most))
