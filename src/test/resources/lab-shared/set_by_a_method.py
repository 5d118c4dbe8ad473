# /// lab
# shows = "An attribute is set by its __setattr__ method."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
class S:
    pass
s = S()
s.n = 0

def first():
    object.__setattr__(s, 'n', object.__getattribute__(s, 'n') + 1)

def second():
    object.__setattr__(s, 'n', object.__getattribute__(s, 'n') + 1)

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(s.n)
