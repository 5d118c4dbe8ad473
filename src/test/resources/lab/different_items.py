# /// lab
# shows = "Two items are two things: nothing is lost."
# granularity = "line"
# outcomes = ["finished: 1 1"]
# ///
import threading

counts = [0, 0]

def work(i):
    seen = counts[i]
    counts[i] = seen + 1

a = threading.Thread(target=work, args=(0,))
b = threading.Thread(target=work, args=(1,))
a.start()
b.start()
a.join()
b.join()
print(*counts)
