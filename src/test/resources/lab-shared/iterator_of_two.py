# /// lab
# shows = "Two threads go over one iterator."
# granularity = "bytecode"
# outcomes = ["finished: [1, 2] []", "finished: [1] [2]", "finished: [2] [1]", "finished: [] [1, 2]"]
# ///
import threading
it = iter([1, 2])
a = []
b = []

def first():
    for v in it:
        a.append(v)

def second():
    for v in it:
        b.append(v)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(a, b)
