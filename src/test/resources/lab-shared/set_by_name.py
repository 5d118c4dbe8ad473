# /// lab
# shows = "setattr() changes what another thread reads."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
class S:
    pass
s = S()
s.n = 0

def first():
    setattr(s, 'n', getattr(s, 'n') + 1)

def second():
    setattr(s, 'n', getattr(s, 'n') + 1)

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(s.n)
