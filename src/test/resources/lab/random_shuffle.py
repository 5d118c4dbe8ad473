# /// lab
# shows = "Shuffling a list changes it for whoever looks at it."
# granularity = "line"
# outcomes = ["finished: True", "finished: False"]
# ///
import random
import threading

numbers = list(range(9))
seen = None

def mix():
    random.shuffle(numbers)

def look():
    global seen
    seen = list(numbers)

a = threading.Thread(target=mix)
b = threading.Thread(target=look)
a.start()
b.start()
a.join()
b.join()
print(seen == sorted(seen))
