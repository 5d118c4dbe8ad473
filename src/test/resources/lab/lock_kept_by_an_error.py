# /// lab
# shows = "A lock taken by hand is never free again when an error comes before its release."
# granularity = "line"
# outcomes = [
#   "error: b | a: KeyError: 'k'",
#   "deadlock: | a: KeyError: 'k' | main, b",
# ]
# ///
import threading

lock = threading.Lock()

def fail():
    lock.acquire()
    raise KeyError("k")

def work():
    with lock:
        print("b")

threading.Thread(target=fail, name="a").start()
threading.Thread(target=work, name="b").start()
