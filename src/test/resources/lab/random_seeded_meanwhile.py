# /// lab
# shows = "Before another thread calls seed() either is drawn; after it the first value of that seed."
# granularity = "line"
# outcomes = ["finished: x True", "finished: y True", "finished: x False"]
# ///
import random
import threading

random.seed(1)
first = random.random()
random.seed()
drawn = None

def seeds():
    random.seed(1)

def draws():
    global drawn
    drawn = random.choice("xy")

a = threading.Thread(target=draws)
b = threading.Thread(target=seeds)
a.start()
b.start()
a.join()
b.join()
print(drawn, random.random() == first)
