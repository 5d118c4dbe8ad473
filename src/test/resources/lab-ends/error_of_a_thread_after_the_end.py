# /// lab
# shows = "A thread that fails when the main thread has ended."
# granularity = "line"
# ///
import threading
def work():
    threading.main_thread().join()
    raise OSError("late")
threading.Thread(target=work, name="w").start()
