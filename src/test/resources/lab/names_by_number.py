# /// lab
# shows = "Threads without a name are counted as they are made: who makes one first can be noticed."
# granularity = "line"
# outcomes = ["finished: Thread-1 (work) Thread-2 (work)", "finished: Thread-2 (work) Thread-1 (work)"]
# ///
import threading

made = {}

def work():
    pass

def make():
    made["theirs"] = threading.Thread(target=work)

maker = threading.Thread(target=make, name="maker")
maker.start()
made["mine"] = threading.Thread(target=work)
maker.join()
print(made["mine"].name, made["theirs"].name)
