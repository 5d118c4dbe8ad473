# /// lab
# shows = "A SimpleNamespace has another value of an attribute."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 7"]
# ///
import threading
import types
o = types.SimpleNamespace(n=1)
out = None

def first():
    global out
    out = o.n

def second():
    o.n = 7

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
