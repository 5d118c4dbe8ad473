# /// lab
# shows = "Nor is a daemon that waits for ever, whatever it would do after that."
# granularity = "line"
# ///
import threading
lock = threading.Lock()
lock.acquire()
def work():
    try:
        with lock:
            print("never")
    finally:
        print("nor this")
threading.Thread(target=work, daemon=True).start()
print("end")
