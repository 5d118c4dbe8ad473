# /// lab
# shows = "An item is searched for with an __eq__ of the program."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
class K:
    def __init__(self, v):
        self.v = v
    def __eq__(self, o):
        return self.v == o.v
xs = [K(1), K(2)]
out = None

def first():
    xs[0] = K(2)
    xs[1] = K(1)

def second():
    global out
    out = K(2) in xs

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
