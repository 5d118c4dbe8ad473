# /// lab
# shows = "exec() changes a global variable."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
n = 0

def first():
    global n
    n += 1

def second():
    exec('n += 1', globals())

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(n)
