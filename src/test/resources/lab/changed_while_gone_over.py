# /// lab
# shows = "A dictionary gets a key while another thread goes over it."
# granularity = "line"
# outcomes = [
#   "finished: x", "finished: x y",
#   "error: x | a: RuntimeError: dictionary changed size during iteration",
# ]
# ///
import threading

d = {"x": 1}

def go_over():
    for key in d:
        print(key)

def add():
    d["y"] = 2

threading.Thread(target=go_over, name="a").start()
threading.Thread(target=add, name="b").start()
