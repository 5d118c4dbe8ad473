# /// lab
# shows = "Two customers buy the last piece."
# granularity = "line"
# outcomes = ["finished: 0", "finished: -1"]
# ///
import threading

stock = 1

def buy():
    global stock
    if stock > 0:
        stock -= 1

a = threading.Thread(target=buy)
b = threading.Thread(target=buy)
a.start()
b.start()
a.join()
b.join()
print(stock)
