# /// lab
# shows = "A property has the text of its function."
# granularity = "bytecode"
# outcomes = ["finished: None", "finished: text"]
# ///
import threading
def f(self):
    pass
out = None

def first():
    global out
    out = property(f).__doc__

def second():
    f.__doc__ = "text"

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
