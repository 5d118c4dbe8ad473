# /// lab
# shows = "After seed() the program's generator gives the values, and nothing is left to be decided."
# granularity = "line"
# outcomes = ["finished: True"]
# ///
import random
import threading

def draws():
    return random.randint(1, 6), random.choice("ab"), random.random() < 0.5, random.sample(range(9), 3)

random.seed(7)
expected = draws()
drawn = None

def work():
    global drawn
    random.seed(7)
    drawn = draws()

a = threading.Thread(target=work)
a.start()
a.join()
print(drawn == expected)
