# /// lab
# shows = "Who waits for a lock with a timeout may give up; and who keeps one keeps others out."
# granularity = "line"
# outcomes = ["finished: True", "finished: False", "deadlock: True | main, Thread-1 (hold)"]
# ///
import threading

lock = threading.Lock()

def hold():
    lock.acquire()
    lock.release()

def try_it():
    print(lock.acquire(timeout=1))

threading.Thread(target=hold).start()
threading.Thread(target=try_it).start()
