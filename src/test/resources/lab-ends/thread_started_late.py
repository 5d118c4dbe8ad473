# /// lab
# shows = "A thread that goes on may start another one, which is waited for."
# granularity = "line"
# ///
import threading
def work():
    threading.main_thread().join()
    threading.Thread(target=print, args="b").start()
threading.Thread(target=work).start()
