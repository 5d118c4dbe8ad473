# /// lab
# shows = "Which item choice() takes is tried, and the order of threads as well."
# granularity = "line"
# outcomes = [
#   "finished: A x", "finished: B x", "finished: C x", "finished: x A", "finished: x B", "finished: x C",
# ]
# ///
import random
import threading

def work():
    print(random.choice("ABC"))

def other():
    print("x")

a = threading.Thread(target=work)
b = threading.Thread(target=other)
a.start()
b.start()
a.join()
b.join()
