# /// lab
# shows = "An attribute is found in a class that its class is derived from."
# granularity = "bytecode"
# outcomes = ["finished: 0", "finished: 1"]
# ///
import threading
class Base:
    n = 0
class Sub(Base):
    pass
s = Sub()
out = None

def first():
    Base.n = 1

def second():
    global out
    out = s.n

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
