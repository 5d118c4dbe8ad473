# /// lab
# shows = "A method of a class is replaced while it is called."
# granularity = "bytecode"
# outcomes = ["finished: new", "finished: old"]
# ///
import threading
class A:
    def f(self):
        return 'old'
s = A()
out = None

def first():
    A.f = lambda self: 'new'

def second():
    global out
    out = s.f()

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
