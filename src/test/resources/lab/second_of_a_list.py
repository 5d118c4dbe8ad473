# /// lab
# shows = "A loop comes to the second item of a list."
# granularity = "line"
# outcomes = ["finished: b"]
# ///
# From Python 3.15 on the place of the item, a number and no object, is on top of the stack then:
# who took its word, 1 << 2 | 3, for an address crashed.
import threading

def work():
    for item in ["a", "b"]:
        pass
    print(item)

threading.Thread(target=work).start()
