# /// lab
# shows = "The usual hook can be put back."
# granularity = "line"
# ///
import threading
threading.excepthook = lambda args: print("seen")
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=[].pop, name="w")
t.start()
t.join()
print("end")
