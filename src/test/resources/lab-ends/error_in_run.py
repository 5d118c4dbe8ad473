# /// lab
# shows = "A thread whose run() fails."
# granularity = "line"
# ///
import threading
class Worker(threading.Thread):
    def run(self):
        raise OSError("no")
t = Worker(name="w")
t.start()
t.join()
print("end", t.is_alive())
