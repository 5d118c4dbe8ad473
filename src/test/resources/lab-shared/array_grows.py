# /// lab
# shows = "Two threads append to an array."
# granularity = "bytecode"
# outcomes = ["finished: [1, 2]", "finished: [2, 1]"]
# ///
import threading
import array
x = array.array('i')

def first():
    x.append(1)

def second():
    x.append(2)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(list(x))
