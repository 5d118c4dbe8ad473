# /// lab
# shows = "Of three updates one, two or three are left."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2", "finished: 3"]
# ///
from threading import Thread

counter = 0

def work():
    global counter
    seen = counter
    counter = seen + 1

threads = [Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(counter)
