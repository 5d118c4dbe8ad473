# /// lab
# shows = "Two threads throw a die each: every sum comes, and no throw tells of the other one."
# granularity = "line"
# outcomes = [
#   "finished: 2", "finished: 3", "finished: 4", "finished: 5", "finished: 6", "finished: 7", "finished: 8",
#   "finished: 9", "finished: 10", "finished: 11", "finished: 12",
# ]
# ///
from random import randint
from threading import Thread

thrown = {}

def throw(name):
    thrown[name] = randint(1, 6)

a = Thread(target=throw, args="a")
b = Thread(target=throw, args="b")
a.start()
b.start()
a.join()
b.join()
print(thrown["a"] + thrown["b"])
