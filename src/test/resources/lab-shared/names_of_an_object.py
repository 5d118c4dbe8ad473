# /// lab
# shows = "dir() lists what the class has."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
class Plain:
    pass
o = Plain()
out = None

def first():
    global out
    out = "n" in dir(o)

def second():
    Plain.n = 7

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
