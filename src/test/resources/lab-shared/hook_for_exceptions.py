# /// lab
# shows = "The program sets threading.excepthook."
# granularity = "bytecode"
# outcomes = ["finished: seen"]
# ///
import threading
out = []
def hook(a):
    out.append('seen')
threading.excepthook = hook
def f():
    raise ValueError
t = threading.Thread(target=f)
t.start()
t.join()
print(*out)
