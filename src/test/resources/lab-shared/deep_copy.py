# /// lab
# shows = "A deep copy looks into lists of lists."
# granularity = "bytecode"
# outcomes = ["finished: {'k': [1, 2]}", "finished: {'k': [1]}"]
# ///
import threading
import copy
xs = [1]
d = {'k': xs}
out = None

def first():
    xs.append(2)

def second():
    global out
    out = copy.deepcopy(d)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
