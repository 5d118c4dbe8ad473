# /// lab
# shows = "Reading and writing in two lines loses updates."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
from threading import Thread

counter = 0

def work():
    global counter
    seen = counter
    counter = seen + 1

threads = [Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(counter)
