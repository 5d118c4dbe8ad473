# /// lab
# shows = "No thread can be started when the last functions are called, or it is not waited for."
# granularity = "line"
# ///
import atexit
import threading
done = threading.Event()
@atexit.register
def late():
    t = threading.Thread(target=done.set)
    t.start()
    t.join()
    print(done.is_set())
