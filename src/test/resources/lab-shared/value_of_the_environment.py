# /// lab
# shows = "A variable of the environment is set."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: None"]
# ///
import threading
import os
os.environ.pop("LAB", None)
out = None

def first():
    global out
    out = os.getenv("LAB")

def second():
    os.environ["LAB"] = "1"

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(out)
