# /// lab
# shows = "A global variable is set as an item of globals()."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
n = 0

def first():
    global n
    n += 1

def second():
    g = globals()
    g['n'] += 1

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(n)
