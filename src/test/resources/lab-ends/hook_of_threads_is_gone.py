# /// lab
# shows = "Without a hook of its own the program has the usual one."
# granularity = "line"
# ///
import threading
threading.excepthook = lambda args: print("seen")
del threading.excepthook
print(hasattr(threading, "excepthook"))
