# /// demo
# title = "The last job"
# mode = "schedule"
# [challenge]
# level = "medium"
# granularity = "line"
# goal = "Find an order in which somebody waits for ever for a job."
# fix = "Change the program so that all jobs are done and both workers go home, in every order."
# good = ["[1, 2, 3]\n"]
# check = "assert sorted(done) == [1, 2, 3]"
# threads = 2
# hints = [
#   "Let both see that the queue is not empty, while there is one job left.",
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


for job in (1, 2, 3):
    jobs.put(job)
ann = Thread(target=work, name="ann")
bob = Thread(target=work, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print(sorted(done))
