# /// lab
# shows = "A memoryview changes the bytes that it shows."
# granularity = "bytecode"
# outcomes = ["finished: 0", "finished: 7"]
# ///
import threading
x = bytearray(1)
m = memoryview(x)
out = None

def first():
    m[0] = 7

def second():
    global out
    out = x[0]

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
