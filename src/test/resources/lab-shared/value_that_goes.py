# /// lab
# shows = "An object goes while a weak dictionary is looked at."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
import weakref
class S:
    pass
s = S()
d = weakref.WeakValueDictionary(k=s)
out = None

def first():
    global s
    s = None

def second():
    global out
    out = 'k' in d

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
