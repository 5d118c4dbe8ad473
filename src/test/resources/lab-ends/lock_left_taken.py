# /// lab
# shows = "A lock that a thread has left taken keeps nobody from ending."
# granularity = "line"
# ///
import threading
lock = threading.Lock()
t = threading.Thread(target=lock.acquire)
t.start()
t.join()
print(lock.locked())
