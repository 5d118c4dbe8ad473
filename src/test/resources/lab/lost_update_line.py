# /// lab
# shows = "Where a line is one step, an addition in one line loses nothing."
# granularity = "line"
# outcomes = ["finished: 2"]
# ///
from threading import Thread

counter = 0

def work():
    global counter
    counter += 1

a = Thread(target=work)
b = Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(counter)
