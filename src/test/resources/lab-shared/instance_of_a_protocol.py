# /// lab
# shows = "isinstance() looks for an attribute."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
import typing
@typing.runtime_checkable
class Named(typing.Protocol):
    name: str
class Plain:
    pass
o = Plain()
out = None

def first():
    global out
    out = isinstance(o, Named)

def second():
    o.name = "o"

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
