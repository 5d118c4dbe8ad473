# /// lab
# shows = "Two threads send to one generator, which may be busy."
# granularity = "bytecode"
# outcomes = ["finished: ['busy', 1]", "finished: [1, 'busy']", "finished: [1, 2]", "finished: [2, 1]"]
# ///
import threading
def g():
    n = 0
    while True:
        n += yield n
g = g()
next(g)
out = []

def first():
    try:
        out.append(g.send(1))
    except ValueError:
        out.append('busy')

def second():
    try:
        out.append(g.send(1))
    except ValueError:
        out.append('busy')

threads = [threading.Thread(target=f) for f in (first, second,)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
