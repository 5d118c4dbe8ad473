# /// lab
# shows = "A class of the program has an attribute called kind."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
class Account:
    kind = 'savings'
    def __init__(self):
        self.n = 0
s = Account()

def first():
    s.n += 1

def second():
    s.n += 1

threads = [threading.Thread(target=f) for f in (first, second)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(s.n)
