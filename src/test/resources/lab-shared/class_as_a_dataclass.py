# /// lab
# shows = "A class is made a dataclass."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
import dataclasses
class Plain:
    n: int
out = None

def first():
    global out
    out = hasattr(Plain, "__dataclass_fields__")

def second():
    dataclasses.dataclass(Plain)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
