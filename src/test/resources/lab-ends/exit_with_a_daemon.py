# /// lab
# shows = "Who leaves does not wait for daemons."
# granularity = "line"
# ///
import sys
import threading
lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire, daemon=True).start()
sys.exit(6)
