# /// lab
# shows = "map() calls a method of a shared list."
# granularity = "bytecode"
# outcomes = ["finished: [1, 2]", "finished: [2, 1]"]
# ///
import threading
xs = []

def first():
    list(map(xs.append, [1]))

def second():
    list(map(xs.append, [2]))

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(xs)
