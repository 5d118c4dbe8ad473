# /// lab
# shows = "The main thread is a thread as well."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading

n = 0

def work():
    global n
    n = n + 1

t = threading.Thread(target=work)
t.start()
seen = n
n = seen + 1
t.join()
print(n)
