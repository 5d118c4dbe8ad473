# /// lab
# shows = "Bytes are added after a view of them is gone, though what was looked at is kept."
# granularity = "line"
# outcomes = ["finished: [1, 2]", "finished: [1]"]
# ///
import threading
x = bytearray([1])
out = None

def first():
    global out
    out = memoryview(x).tolist()

def second():
    x.append(2)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
