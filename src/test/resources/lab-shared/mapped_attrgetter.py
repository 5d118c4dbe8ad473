# /// lab
# shows = "attrgetter() asks for an attribute of what map() gives it."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 7"]
# ///
import threading
import operator
class Plain:
    n = 1
o = Plain()
out = None

def first():
    global out
    out = min(map(operator.attrgetter('n'), [o]))

def second():
    o.n = 7

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
