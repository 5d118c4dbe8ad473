# /// lab
# shows = "Who waits at a barrier, or comes later, is told that it is broken."
# granularity = "line"
# outcomes = ["finished: broken"]
# ///
from threading import Barrier, BrokenBarrierError, Thread

meet = Barrier(2)

def work():
    try:
        meet.wait()
    except BrokenBarrierError:
        print("broken")

def leave():
    meet.abort()

Thread(target=work).start()
Thread(target=leave).start()
