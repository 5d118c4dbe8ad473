# /// lab
# shows = "operator.getitem() makes a key in a dictionary with defaults."
# granularity = "bytecode"
# outcomes = ["finished: []", "finished: ['k']"]
# ///
import threading
import collections
import operator
d = collections.defaultdict(int)
out = None

def first():
    global out
    out = [*d]

def second():
    operator.getitem(d, "k")

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
