# /// lab
# shows = "A cache is filled once the function has returned."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
import functools
@functools.lru_cache
def f(x):
    return [x]
a = b = None

def first():
    global a
    a = f(1)

def second():
    global b
    b = f(1)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a is b)
