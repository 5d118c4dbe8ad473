# /// lab
# shows = "operator.attrgetter() reads an attribute."
# granularity = "bytecode"
# outcomes = ["finished: 0", "finished: 1"]
# ///
import threading
import operator
class S:
    pass
s = S()
s.n = 0
out = None

def first():
    s.n = 1

def second():
    global out
    out = operator.attrgetter('n')(s)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
