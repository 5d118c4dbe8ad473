# /// lab
# shows = "ord() looks at a bytearray."
# granularity = "bytecode"
# outcomes = ["finished: 97", "finished: 98"]
# ///
import threading
x = bytearray(b"a")
out = None

def first():
    global out
    out = ord(x)

def second():
    x[0] = 98

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
