# /// lab
# shows = "A call takes its arguments from a list."
# granularity = "bytecode"
# outcomes = ["finished: (1, 2)", "finished: (1,)"]
# ///
import threading
xs = [1]
out = None
def f(*a):
    global out
    out = a

def first():
    xs.append(2)

def second():
    f(*xs)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
