# /// lab
# shows = "A loop whose variable stays the same goes on all the same, and ends."
# granularity = "line"
# outcomes = ["finished: end"]
# ///
import threading

def work():
    for _ in (0, 0, 0):
        pass
    print("end")

t = threading.Thread(target=work)
t.start()
t.join()
