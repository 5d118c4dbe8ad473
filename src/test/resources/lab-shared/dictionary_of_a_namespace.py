# /// lab
# shows = "What is done to the dictionary of a SimpleNamespace is done to its attributes."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 7"]
# ///
import threading
import types
o = types.SimpleNamespace(n=1)
d = o.__dict__
out = None

def first():
    global out
    out = o.n

def second():
    d["n"] = 7

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
