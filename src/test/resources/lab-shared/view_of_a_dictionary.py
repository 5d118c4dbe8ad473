# /// lab
# shows = "The length of a view is that of its dictionary."
# granularity = "bytecode"
# outcomes = ["finished: 0", "finished: 1"]
# ///
import threading
d = {}
ks = d.keys()
out = None

def first():
    d['k'] = 1

def second():
    global out
    out = len(ks)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
