# /// lab
# shows = "A timer that is cancelled has fired by then, or never does."
# granularity = "line"
# outcomes = ["finished: end", "finished: timer end"]
# ///
from threading import Timer

def ring():
    print("timer")

t = Timer(1, ring)
t.start()
t.cancel()
t.join()
print("end")
