# /// lab
# shows = "join() with a timeout may come back before the thread has ended."
# granularity = "line"
# outcomes = ["finished: True a", "finished: a False"]
# ///
import threading

def work():
    print("a")

t = threading.Thread(target=work)
t.start()
t.join(timeout=1)
print(t.is_alive())
