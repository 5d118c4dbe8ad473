# /// lab
# shows = "A loop that only looks, instruction by instruction."
# granularity = "bytecode"
# outcomes = ["finished: go"]
# ///
import threading

flag = []

def wait():
    while not flag: pass

a = threading.Thread(target=wait)
b = threading.Thread(target=flag.append, args=(1,))
a.start()
b.start()
a.join()
b.join()
print("go")
