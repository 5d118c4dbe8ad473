# /// lab
# shows = "A list is empty while it is sorted by a key of the program."
# granularity = "bytecode"
# outcomes = ["finished: 0", "finished: 2"]
# ///
import threading
xs = [2, 1]
out = None

def first():
    xs.sort(key=lambda v: v)

def second():
    global out
    out = len(xs)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
