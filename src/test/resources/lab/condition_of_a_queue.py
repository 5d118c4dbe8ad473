# /// lab
# shows = "A place for one thing, made of a condition, with a producer and a consumer."
# granularity = "line"
# outcomes = ["finished: 1"]
# ///
import threading

changed = threading.Condition()
slot = []

def produce():
    with changed:
        changed.wait_for(lambda: not slot)
        slot.append(1), changed.notify()

def consume():
    with changed:
        changed.wait_for(lambda: slot)
        print(slot.pop()), changed.notify()

threading.Thread(target=produce).start()
threading.Thread(target=consume).start()
