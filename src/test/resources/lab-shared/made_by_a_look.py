# /// lab
# shows = "A look at an item of a defaultdict makes it."
# granularity = "bytecode"
# outcomes = ["finished: 0", "finished: 1"]
# ///
import threading
import collections
d = collections.defaultdict(int)
out = None

def first():
    d['k']

def second():
    global out
    out = len(d)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
