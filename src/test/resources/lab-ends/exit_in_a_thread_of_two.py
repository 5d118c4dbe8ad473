# /// lab
# shows = "exit() in a thread ends that thread, and the exit code is the main thread's."
# granularity = "line"
# ///
import sys
import threading
for code in (3, "text"):
    threading.Thread(target=sys.exit, args=(code,)).start()
