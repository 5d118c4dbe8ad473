# /// lab
# shows = "Two locks are taken in the same order by all."
# granularity = "line"
# outcomes = ["finished: done"]
# ///
from threading import Lock, Thread

first, second = Lock(), Lock()

def work():
    with first:
        with second:
            pass

a = Thread(target=work)
b = Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print("done")
