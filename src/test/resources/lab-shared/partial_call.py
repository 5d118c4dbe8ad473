# /// lab
# shows = "A partial object appends to a list."
# granularity = "bytecode"
# outcomes = ["finished: [1, 2]", "finished: [2, 1]"]
# ///
import threading
import functools
xs = []
f = functools.partial(xs.append, 1)
g = functools.partial(xs.append, 2)

def first():
    f()

def second():
    g()

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(xs)
