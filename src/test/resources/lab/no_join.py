# /// lab
# shows = "Who does not wait for a thread may look before it has written."
# granularity = "line"
# outcomes = ["finished: 0", "finished: 1"]
# ///
import threading

n = 0

def work():
    global n
    n = 1

threading.Thread(target=work).start()
print(n)
