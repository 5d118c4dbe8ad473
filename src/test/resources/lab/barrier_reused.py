# /// lab
# shows = "At a barrier, used twice, the second round is after the first for all."
# granularity = "line"
# outcomes = [
#   "finished: 1 1 2 2",
# ]
# ///
from threading import Barrier, Thread

meet = Barrier(2)

def work():
    print(1)
    meet.wait()
    print(2)
    meet.wait()

Thread(target=work).start()
Thread(target=work).start()
