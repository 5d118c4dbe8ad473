# /// demo
# title = "The last job"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "bytecode"
# goal = "Find an order in which somebody waits for ever for another job."
# fix = "Change the program so that the letter is done and both workers go home, in every order."
# good = ["done: ['letter']\n"]
# check = "assert done == ['letter']"
# threads = 2
# hints = [
#   "Let both look, and see that the queue is not empty.",
#   "Put a last word into the queue for each worker, such as None, and let a worker who gets it go home.",
# ]
# ///
from queue import Queue
from threading import Thread

jobs = Queue()
done = []


def work():
    while not jobs.empty():
        job = jobs.get()
        done.append(job)


jobs.put("letter")
ann = Thread(target=work, name="ann")
bob = Thread(target=work, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print("done:", done)
