# /// lab
# shows = "A class of threads with its own run(), and names."
# granularity = "line"
# outcomes = ["finished: ann bob", "finished: bob ann"]
# ///
import threading

class Walker(threading.Thread):
    def run(self):
        print(threading.current_thread().name)

Walker(name="ann").start()
Walker(name="bob").start()
