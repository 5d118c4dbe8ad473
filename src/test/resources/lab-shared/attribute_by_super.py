# /// lab
# shows = "super() finds an attribute that another thread sets."
# granularity = "bytecode"
# outcomes = ["finished: 0", "finished: 1"]
# ///
import threading
class B:
    n = 0
class S(B):
    def get(self):
        return super().n
s = S()
out = None

def first():
    B.n = 1

def second():
    global out
    out = s.get()

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
