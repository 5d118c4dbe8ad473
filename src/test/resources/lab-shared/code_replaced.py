# /// lab
# shows = "The code of a function is replaced."
# granularity = "bytecode"
# outcomes = ["finished: 0", "finished: 1"]
# ///
import threading
def g():
    return 0
def h():
    return 1
out = None

def first():
    g.__code__ = h.__code__

def second():
    global out
    out = g()

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
