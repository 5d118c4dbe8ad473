# /// lab
# shows = "Items of a defaultdict are added up."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
import collections
d = collections.defaultdict(int)

def first():
    d['n'] += 1

def second():
    d['n'] += 1

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(d['n'])
