from queue import Queue
from threading import Thread

jobs = Queue()
done = []


def work():
    while True:
        job = jobs.get()
        if job is None:
            return
        done.append(job)


jobs.put("letter")
jobs.put(None)
jobs.put(None)
ann = Thread(target=work, name="ann")
bob = Thread(target=work, name="bob")
ann.start()
bob.start()
ann.join()
bob.join()
print("done:", done)
