# /// lab
# shows = "Two who both wait until the other one has gone, looking again and again."
# granularity = "line"
# outcomes = ["stuck: | main, a, b"]
# ///
import threading

gone = {"a": False, "b": False}

def walk(me, other):
    while not gone[other]:
        pass
    gone[me] = True

threading.Thread(target=walk, args="ab", name="a").start()
threading.Thread(target=walk, args="ba", name="b").start()
