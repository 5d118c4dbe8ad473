# /// lab
# shows = "Characters are translated by a dictionary with defaults."
# granularity = "bytecode"
# outcomes = ["finished: []", "finished: [97]"]
# ///
import threading
import collections
d = collections.defaultdict(int)
out = None

def first():
    global out
    out = [*d]

def second():
    "a".translate(d)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
