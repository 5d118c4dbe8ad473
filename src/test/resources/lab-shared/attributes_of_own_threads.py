# /// lab
# shows = "Threads of a class of the program have attributes."
# granularity = "bytecode"
# outcomes = ["finished: 1", "finished: 2"]
# ///
import threading
class Worker(threading.Thread):
    n = 0
    def run(self):
        self.n = self.n + 1
w = Worker()
def other():
    w.n = w.n + 1
t = threading.Thread(target=other)
w.start()
t.start()
w.join()
t.join()
print(w.n)
