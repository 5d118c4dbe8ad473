# /// lab
# shows = "An iterator that has come to the end of one of its lists is looked at: it has a hole inside."
# granularity = "line"
# outcomes = ["finished: 1 None", "finished: 2 None"]
# ///
import itertools
import threading

shared = [1]
pairs = itertools.zip_longest([1, 2], [])
next(pairs)

def change():
    shared[0] = 2

thread = threading.Thread(target=change)
thread.start()
print(shared[0], end=" ")
print([last for _, last in pairs][0])
thread.join()
