# /// lab
# shows = "An attribute is deleted while another thread asks for it."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True"]
# ///
import threading
class S:
    pass
s = S()
s.n = 1
out = None

def first():
    del s.n

def second():
    global out
    out = hasattr(s, 'n')

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
