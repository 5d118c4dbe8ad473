# /// lab
# shows = "A class is registered with an abstract one."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
import abc
class Abstract(abc.ABC):
    pass
class Plain:
    pass
out = None

def first():
    global out
    out = issubclass(Plain, Abstract)

def second():
    Abstract.register(Plain)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
