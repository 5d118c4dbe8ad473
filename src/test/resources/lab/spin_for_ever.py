# /// lab
# shows = "A loop that waits for what nobody does goes round for ever, beside one that ends."
# granularity = "line"
# outcomes = ["stuck: b | main, Thread-1 (wait)"]
# ///
import threading

flag = False

def wait():
    while not flag:
        pass

threading.Thread(target=wait).start()
threading.Thread(target=print, args="b").start()
