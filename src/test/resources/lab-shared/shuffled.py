# /// lab
# shows = "A list is shuffled."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 3"]
# ///
import threading
import random
xs = [1, 3]
out = None

def first():
    global out
    out = xs[0]

def second():
    random.shuffle(xs)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
