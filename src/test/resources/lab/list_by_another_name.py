# /// lab
# shows = "The main thread changes a list by a name that no thread uses."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading

shared = [1]
mine = shared

def show():
    print(len(shared))

thread = threading.Thread(target=show)
thread.start()
mine.append(2)
thread.join()
