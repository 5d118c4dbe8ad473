# /// lab
# shows = "Two threads take numbers of itertools.count()."
# granularity = "bytecode"
# outcomes = ["finished: 0 1", "finished: 1 0"]
# ///
import threading
import itertools
c = itertools.count()
a = b = None

def first():
    global a
    a = next(c)

def second():
    global b
    b = next(c)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a, b)
