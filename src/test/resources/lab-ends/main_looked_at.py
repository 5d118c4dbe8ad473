# /// lab
# shows = "Whether the main thread has ended is seen by others."
# granularity = "line"
# ///
import threading
done = False
def work():
    if done:
        print(threading.main_thread().is_alive())
threading.Thread(target=work).start()
done = True
