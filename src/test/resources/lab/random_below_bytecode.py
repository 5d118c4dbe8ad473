# /// lab
# shows = "A coin that is tossed between two instructions, and a variable that another thread sets."
# granularity = "bytecode"
# outcomes = ["finished: False", "finished: True", "finished: 5"]
# ///
from random import random as toss
from threading import Thread

value = None

def put():
    global value
    value = toss() > 0.5

def change():
    global value
    value = 5

a = Thread(target=put)
b = Thread(target=change)
a.start()
b.start()
a.join()
b.join()
print(value)
