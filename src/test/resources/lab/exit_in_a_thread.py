# /// lab
# shows = "exit() in a thread ends that thread, and nothing is said."
# granularity = "line"
# outcomes = ["finished: in end"]
# ///
import sys
import threading

def work():
    print("in")
    sys.exit(3)
    print("never")

t = threading.Thread(target=work)
t.start()
t.join()
print("end")
