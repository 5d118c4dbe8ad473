# /// lab
# shows = "A loop that sleeps until somebody has set the flag."
# granularity = "line"
# outcomes = ["finished: go"]
# ///
import threading
import time

flag = []

def wait():
    while not flag:
        time.sleep(0.1)
    print("go")

def tell():
    flag.append(1)

threading.Thread(target=wait).start()
threading.Thread(target=tell).start()
