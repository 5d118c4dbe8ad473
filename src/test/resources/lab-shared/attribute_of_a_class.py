# /// lab
# shows = "An attribute of a class is read by way of the class, and set."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
class S:
    n = 0
s = S()

def first():
    c = type(s)
    setattr(c, 'n', getattr(c, 'n') + 1)

def second():
    c = type(s)
    setattr(c, 'n', getattr(c, 'n') + 1)

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(S.n)
