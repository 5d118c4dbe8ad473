# /// lab
# shows = "An attribute is set while it is being raised."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 5", "finished: 6"]
# ///
import threading

class Account:
    n = 0

def add(): Account.n += 1

a = threading.Thread(target=add)
b = threading.Thread(target=setattr, args=(Account, "n", 5))
a.start()
b.start()
a.join()
b.join()
print(Account.n)
