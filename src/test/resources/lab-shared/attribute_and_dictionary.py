# /// lab
# shows = "One thread sets an attribute, the other one its item of __dict__."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
class S:
    pass
s = S()
s.n = 0

def first():
    s.n += 1

def second():
    d = s.__dict__
    d['n'] += 1

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(s.n)
