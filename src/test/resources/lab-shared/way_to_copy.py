# /// lab
# shows = "How objects of a class are copied is set."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
import copy
import copyreg
class Plain:
    pass
o = Plain()
out = None

def first():
    global out
    out = copy.copy(o) is o

def second():
    copyreg.pickle(Plain, lambda o: "o")

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
