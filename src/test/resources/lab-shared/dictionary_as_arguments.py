# /// lab
# shows = "A call takes its arguments from a dictionary."
# granularity = "bytecode"
# outcomes = ["finished: {'a': 1}", "finished: {'a': 2}"]
# ///
import threading
d = {'a': 1}
out = None
def f(**k):
    global out
    out = k

def first():
    d['a'] = 2

def second():
    f(**d)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
