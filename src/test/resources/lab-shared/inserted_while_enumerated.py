# /// lab
# shows = "A list grows at its beginning while it is enumerated."
# granularity = "bytecode"
# outcomes = ["finished: 129", "finished: 30", "finished: 40", "finished: 50"]
# ///
import threading
xs = [10, 20]
out = 0

def first():
    global out
    for i, v in enumerate(xs):
        out += v

def second():
    xs.insert(0, 99)

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
