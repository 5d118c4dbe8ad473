# /// lab
# shows = "A loop that only looks ends when somebody has set the flag."
# granularity = "line"
# outcomes = ["finished: go"]
# ///
import threading

flag = False

def wait():
    while not flag:
        pass
    print("go")

def tell():
    global flag
    flag = True

threading.Thread(target=wait).start()
threading.Thread(target=tell).start()
