# /// lab
# shows = "A loop that only looks, instruction by instruction."
# granularity = "bytecode"
# outcomes = ["finished: go"]
# ///
import threading

flag = False

def wait():
    while not flag: pass

def tell():
    global flag
    flag = True

a = threading.Thread(target=wait)
b = threading.Thread(target=tell)
a.start()
b.start()
a.join()
b.join()
print("go")
