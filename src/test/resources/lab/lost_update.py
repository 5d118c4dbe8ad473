# /// lab
# shows = "Two threads add one to the same variable, instruction by instruction."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
from threading import Thread

counter = 0

def work():
    global counter
    counter += 1

a = Thread(target=work)
b = Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(counter)
