# /// lab
# shows = "A lock that knows its holder is not let go by somebody else."
# granularity = "line"
# outcomes = ["error: end | Thread-1 (let_go): RuntimeError: cannot release un-acquired lock"]
# ///
from threading import RLock, Thread

lock = RLock()

def let_go():
    lock.release()

lock.acquire()
t = Thread(target=let_go)
t.start()
t.join()
print("end")
