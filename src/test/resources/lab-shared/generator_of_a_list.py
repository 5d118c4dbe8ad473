# /// lab
# shows = "A generator yields from a list."
# granularity = "bytecode"
# outcomes = ["finished: [1, 2]", "finished: [1]"]
# ///
import threading
xs = [1]
out = None
def g():
    yield from xs

def first():
    xs.append(2)

def second():
    global out
    out = list(g())

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
