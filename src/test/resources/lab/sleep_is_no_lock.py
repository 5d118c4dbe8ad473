# /// lab
# shows = "Sleeping between reading and writing does what any other line does."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
import time

counter = 0

def work():
    global counter
    seen = counter
    time.sleep(0)
    counter = seen + 1

a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(counter)
