# /// lab
# shows = "update_wrapper() sets attributes of a function."
# granularity = "bytecode"
# outcomes = ["finished: f", "finished: g"]
# ///
import threading
import functools
def f():
    pass
def g():
    pass
out = None

def first():
    global out
    out = g.__name__

def second():
    functools.update_wrapper(g, f)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
