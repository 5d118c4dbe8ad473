# /// lab
# shows = "A class made of local() is set up in each thread anew."
# granularity = "line"
# outcomes = ["finished: 1 1 0"]
# ///
import threading

class Count(threading.local):
    def __init__(self, first):
        self.n = first

count = Count(0)

def work():
    count.n += 1
    print(count.n)

a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(count.n)
