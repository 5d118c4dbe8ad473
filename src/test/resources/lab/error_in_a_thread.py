# /// lab
# shows = "What a thread raises ends that thread alone."
# granularity = "line"
# outcomes = ["error: end | Thread-1 (work): IndexError: pop from empty list"]
# ///
import threading

def work():
    [].pop()

t = threading.Thread(target=work)
t.start()
t.join()
print("end")
