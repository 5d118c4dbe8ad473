# /// lab
# shows = "It is looked for when the thread fails."
# granularity = "line"
# ///
import threading
def hook(args):
    print("seen")
go = threading.Event()
def work():
    go.wait()
    raise ValueError
t = threading.Thread(target=work)
t.start()
threading.excepthook = hook
go.set()
t.join()
