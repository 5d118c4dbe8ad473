# /// lab
# shows = "A SimpleNamespace is shown as text."
# granularity = "bytecode"
# outcomes = ["finished: namespace(n=1)", "finished: namespace(n=2)"]
# ///
import threading
import types
d = types.SimpleNamespace(n=1)
out = None

def first():
    d.n = 2

def second():
    global out
    out = str(d)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
