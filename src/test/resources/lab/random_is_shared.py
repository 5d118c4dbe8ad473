# /// lab
# shows = "Who draws first gets the first number: they are the same each time."
# granularity = "line"
# outcomes = ["finished: True", "finished: False"]
# ///
import random
import threading

drawn = {}

def work(name):
    drawn[name] = random.random()

random.seed(1)
first = random.random()
random.seed(1)
a = threading.Thread(target=work, args="a")
b = threading.Thread(target=work, args="b")
a.start()
b.start()
a.join()
b.join()
print(drawn["a"] == first)
