# /// lab
# shows = "A thread starts another one and waits for it."
# granularity = "line"
# outcomes = ["finished: inner outer"]
# ///
import threading

def inner():
    print("inner")

def outer():
    t = threading.Thread(target=inner)
    t.start()
    t.join()
    print("outer")

threading.Thread(target=outer).start()
