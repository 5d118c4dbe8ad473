# /// lab
# shows = "One thread of seven instructions beside one that does nothing."
# granularity = "bytecode"
# outcomes = ["finished: 1"]
# ///
import threading

counter = 0

def work():
    global counter
    counter += 1

def rest():
    pass

a = threading.Thread(target=work)
b = threading.Thread(target=rest)
a.start()
b.start()
a.join()
b.join()
print(counter)
