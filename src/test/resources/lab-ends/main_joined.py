# /// lab
# shows = "A thread can wait for the main thread to end."
# granularity = "line"
# ///
import threading
def work():
    threading.main_thread().join()
    print("then", threading.main_thread().is_alive(), threading.active_count())
threading.Thread(target=work).start()
print("end")
