# /// lab
# shows = "An attribute of a module is set."
# granularity = "bytecode"
# outcomes = ["finished: 0", "finished: 1"]
# ///
import threading
import string
string.n = 0
out = None

def first():
    string.n = 1

def second():
    global out
    out = string.n

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
