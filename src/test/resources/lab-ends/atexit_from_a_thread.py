# /// lab
# shows = "A thread that goes on may still register a function."
# granularity = "line"
# ///
import atexit
import threading
def late():
    threading.main_thread().join()
    atexit.register(print, "end")
threading.Thread(target=late).start()
