# /// lab
# shows = "type() makes a class of a dictionary."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 7"]
# ///
import threading
d = {"n": 1}
out = None

def first():
    global out
    out = type("Made", (), d).n

def second():
    d["n"] = 7

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
