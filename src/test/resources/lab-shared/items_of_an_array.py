# /// lab
# shows = "Items of an array are added up."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
import array
x = array.array('i', [0])

def first():
    x[0] += 1

def second():
    x[0] += 1

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(x[0])
