# /// lab
# shows = "The key of a sort takes the last item of what it is given."
# granularity = "bytecode"
# outcomes = ["finished: [1]", "finished: []"]
# ///
import threading
xs = [1]
out = None

def first():
    global out
    out = [*xs]

def second():
    sorted([xs], key=list.pop)

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
