# /// lab
# shows = "An item read and written in two lines loses updates."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading

counts = {"k": 0}

def work():
    seen = counts["k"]
    counts["k"] = seen + 1

a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(counts["k"])
