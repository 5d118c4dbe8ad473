# /// lab
# shows = "Two threads look at a list that a third one empties."
# granularity = "line"
# outcomes = [
#   "finished: 1 1", "finished: 0 0", "finished: 0 1", "finished: 1 0",
# ]
# ///
import threading

items = [1]
seen = {}

def look(name):
    seen[name] = len(items)

def empty():
    items.clear()

threads = [threading.Thread(target=look, args="a"), threading.Thread(target=look, args="b"), threading.Thread(target=empty)]
for t in threads: t.start()
for t in threads: t.join()
print(seen["a"], seen["b"])
