# /// lab
# shows = "An exception gets other arguments."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
e = ValueError(1)
out = None

def first():
    global out
    out = str(e)

def second():
    BaseException.__init__(e, 2)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
