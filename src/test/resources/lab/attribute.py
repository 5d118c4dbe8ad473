# /// lab
# shows = "An attribute read and written in two lines loses updates."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading

class Account:
    def __init__(self):
        self.balance = 0

    def add(self):
        seen = self.balance
        self.balance = seen + 1

account = Account()
a = threading.Thread(target=account.add)
b = threading.Thread(target=account.add)
a.start()
b.start()
a.join()
b.join()
print(account.balance)
