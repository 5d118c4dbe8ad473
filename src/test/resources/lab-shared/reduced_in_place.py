# /// lab
# shows = "reduce() adds to a list in place."
# granularity = "bytecode"
# outcomes = ["finished: [1, 2]", "finished: [1]"]
# ///
import threading
import functools
import operator
xs = [1]
out = None

def first():
    global out
    out = [*xs]

def second():
    functools.reduce(operator.iadd, [[2]], xs)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
