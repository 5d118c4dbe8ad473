# /// lab
# shows = "Items of a UserDict are set."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
import collections
d = collections.UserDict(k=1)
out = None

def first():
    d['k'] = 2

def second():
    global out
    out = d['k']

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
