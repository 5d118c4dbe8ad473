# /// lab
# shows = "What a thread calls by way of a lambda makes threads in that thread, though the call stands at the top."
# granularity = "line"
# outcomes = ["finished: Thread-1 (work) Thread-2 (work)", "finished: Thread-2 (work) Thread-1 (work)"]
# ///
import threading

made = {}

def work():
    pass

def make():
    made["theirs"] = threading.Thread(target=work)

maker = threading.Thread(target=lambda: make(), name="maker")
maker.start()
mine = threading.Thread(target=work)
maker.join()
print(mine.name, made["theirs"].name)
