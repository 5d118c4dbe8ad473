# /// lab
# shows = "A thread does nothing but call a method of a list."
# granularity = "bytecode"
# outcomes = ["finished: [0, 1]", "finished: [1, 0]"]
# ///
import threading
xs = []
ts = [threading.Thread(target=xs.append, args=(i,)) for i in range(2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(xs)
