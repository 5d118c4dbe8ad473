# /// lab
# shows = "What is drawn decides within a step which item that touches: the orders are tried for each."
# granularity = "line"
# outcomes = ["finished: 1 1 x", "finished: 0 1 x", "finished: 0 0 x", "finished: 0 0 y"]
# ///
import random
import threading

box = {"x": 0, "y": 0}
seen = [None, None]

def put():
    box[random.choice("xy")] = 1

def look():
    seen[0] = box["x"]
    seen[1] = box["x"]

a = threading.Thread(target=put)
b = threading.Thread(target=look)
a.start()
b.start()
a.join()
b.join()
print(*seen, "x" if box["x"] else "y")
