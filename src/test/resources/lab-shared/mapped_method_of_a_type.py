# /// lab
# shows = "A method of a type changes what map() gives it."
# granularity = "bytecode"
# outcomes = ["finished: [1, 2]", "finished: [2]"]
# ///
import threading
xs = [1, 2]
out = None

def first():
    global out
    out = [*xs]

def second():
    list(map(list.pop, [xs], [0]))

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
