# /// lab
# shows = "cache() copies the attributes of a function."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
import functools
def f():
    pass
out = None

def first():
    global out
    out = hasattr(functools.cache(f), "n")

def second():
    f.n = 7

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
