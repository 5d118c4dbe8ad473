# /// lab
# shows = "And it can be called."
# granularity = "line"
# ///
import threading
def hook(args):
    print("seen")
    threading.__excepthook__(args)
threading.excepthook = hook
t = threading.Thread(target=[].pop, name="w")
t.start()
t.join()
print("end")
