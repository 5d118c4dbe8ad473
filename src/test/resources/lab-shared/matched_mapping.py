# /// lab
# shows = "A match statement looks into a dictionary."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
d = {'k': 1}
out = None

def first():
    d['k'] = 2

def second():
    global out
    match d:
        case {'k': v}:
            out = v

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
