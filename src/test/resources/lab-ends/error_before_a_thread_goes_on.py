# /// lab
# shows = "The main thread's error is told before what goes on ends."
# granularity = "line"
# ///
import sys
import threading
def work():
    threading.main_thread().join()
    print("thread")
threading.Thread(target=work).start()
sys.excepthook = lambda kind, error, trace: print("main", kind.__name__)
raise LookupError
