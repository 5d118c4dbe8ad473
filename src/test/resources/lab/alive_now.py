# /// lab
# shows = "How many are alive depends on who has ended."
# granularity = "line"
# outcomes = ["finished: 1", "finished: 2", "finished: 3"]
# ///
import threading

def work():
    pass

threading.Thread(target=work).start()
threading.Thread(target=work).start()
print(threading.active_count())
