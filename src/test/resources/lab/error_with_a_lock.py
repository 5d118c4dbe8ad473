# /// lab
# shows = "A lock taken by with is free again when an error leaves the block."
# granularity = "line"
# outcomes = [
#   "error: b | a: KeyError: 'k'",
# ]
# ///
import threading

lock = threading.Lock()

def fail():
    with lock:
        raise KeyError("k")

def work():
    with lock:
        print("b")

threading.Thread(target=fail, name="a").start()
threading.Thread(target=work, name="b").start()
